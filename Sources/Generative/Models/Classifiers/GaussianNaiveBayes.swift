import Numerics

/// Naive Bayes with a Gaussian for each feature: within a class, features are taken to be independent.
///
/// p(x, y) = π_y Π_j N(x_j; μ_yj, σ²_yj + ε), ε being `smoothing` times the largest variance of a feature. With shared
/// variances σ² is the mean variance within the classes and the boundaries are straight (Ng & Jordan 2002, section 2).
public struct GaussianNaiveBayes: GenerativeClassifier, Sendable {
  public let features: Int
  public let classes: Int
  /// ln p(y) of each class, in nats.
  public let logPriors: [Double]
  /// μ and σ² + ε, `[classes, features]`.
  let means: [Double]
  let variances: [Double]
  /// −½ Σ_j ln 2π(σ²_yj + ε) of each class.
  let logNormalizers: [Double]

  /// - Parameters:
  ///   - smoothing: share of the largest variance that is added to every variance; above 0.
  ///   - sharedVariances: one variance for a feature in all classes, instead of one for each class.
  public init(
    _ data: Dataset, smoothing: Double = 0.1, sharedVariances: Bool = false,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    let features = data.features
    let classes = data.classes
    let ε = smoothing * (columnVariances(data.inputs, features: features).max() ?? 0)
    require(ε > 0, "GaussianNaiveBayes: smoothing must be above 0, and the data must vary")
    var counts = Array(repeating: 0.0, count: classes)
    var means = Array(repeating: 0.0, count: classes * features)
    var variances = means
    for (row, label) in data.labels.enumerated() {
      counts[label] += 1
      for feature in 0..<features { means[label * features + feature] += Double(data.inputs[row * features + feature]) }
    }
    for index in means.indices { means[index] /= max(1, counts[index / features]) }
    for (row, label) in data.labels.enumerated() {
      for feature in 0..<features {
        let difference = Double(data.inputs[row * features + feature]) - means[label * features + feature]
        variances[label * features + feature] += difference * difference
      }
    }
    if sharedVariances {
      for feature in 0..<features {
        var sum = 0.0
        for label in 0..<classes { sum += variances[label * features + feature] }
        for label in 0..<classes { variances[label * features + feature] = sum / Double(data.count) + ε }
      }
    } else {
      for index in variances.indices { variances[index] = variances[index] / max(1, counts[index / features]) + ε }
    }
    logNormalizers = (0..<classes).map { label in
      var sum = 0.0
      for variance in variances[label * features..<(label + 1) * features] { sum += log(2 * Double.pi * variance) }
      return -0.5 * sum
    }
    logPriors = counts.map { log($0 / Double(data.count)) }
    (self.features, self.classes, self.means, self.variances) = (features, classes, means, variances)
  }

  /// ln p(x | y) of one example, for each class y, in nats.
  public func logDensities(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Double] {
    noteCaller(file, line)
    require(x.count == features, "logDensities: one number for each feature")
    return (0..<classes).map { label in
      var sum = 0.0
      for feature in 0..<features {
        let difference = Double(x[feature]) - means[label * features + feature]
        sum += difference * difference / variances[label * features + feature]
      }
      return logNormalizers[label] - 0.5 * sum
    }
  }

  /// Draws a new example of a class, each feature for itself: noise that no neighbour knows of, as the model has it.
  public func sample(
    class label: Int, using generator: inout RandomGenerator, file: StaticString = #fileID, line: UInt = #line
  ) -> [Float] {
    noteCaller(file, line)
    require((0..<classes).contains(label), "sample: no such class")
    return (0..<features).map { feature in
      let index = label * features + feature
      return Float(means[index] + variances[index].squareRoot() * Double(generator.normal()))
    }
  }
}
