import Numerics

/// Naive Bayes for pixels that are on or off: within a class, each is a coin of its own.
///
/// p(x, y) = π_y Π_j θ_yj^x_j (1 − θ_yj)^(1 − x_j), θ_yj = (on + a)/(examples + 2a) with the pseudocount a
/// (Manning, Raghavan & Schütze 2008, section 13.3).
public struct BernoulliNaiveBayes: GenerativeClassifier, Sendable {
  public let features: Int
  public let classes: Int
  /// θ, `[classes, features]`.
  public let probabilities: [Float]
  /// ln p(y) of each class, in nats.
  public let logPriors: [Double]
  let logOn: [Double]
  let logOff: [Double]

  /// - Parameters:
  ///   - data: inputs of at least ½ count as on.
  ///   - pseudocount: examples with the feature on, and as many with it off, that are added to every class.
  public init(_ data: Dataset, pseudocount: Double = 1, file: StaticString = #fileID, line: UInt = #line) {
    noteCaller(file, line)
    require(pseudocount > 0, "BernoulliNaiveBayes: the pseudocount must be above 0")
    let features = data.features
    var counts = Array(repeating: 0.0, count: data.classes)
    var on = Array(repeating: 0.0, count: data.classes * features)
    for (row, label) in data.labels.enumerated() {
      counts[label] += 1
      for feature in 0..<features where data.inputs[row * features + feature] >= 0.5 {
        on[label * features + feature] += 1
      }
    }
    for index in on.indices { on[index] = (on[index] + pseudocount) / (counts[index / features] + 2 * pseudocount) }
    self.features = features
    classes = data.classes
    probabilities = on.map { Float($0) }
    logPriors = counts.map { log($0 / Double(max(1, data.count))) }
    logOn = on.map { log($0) }
    logOff = on.map { log(1 - $0) }
  }

  /// ln p(x | y) of one example, for each class y, in nats.
  public func logDensities(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Double] {
    noteCaller(file, line)
    require(x.count == features, "logDensities: one number for each feature")
    return (0..<classes).map { label in
      var sum = 0.0
      for feature in 0..<features {
        sum += x[feature] >= 0.5 ? logOn[label * features + feature] : logOff[label * features + feature]
      }
      return sum
    }
  }

  /// Draws a new example of a class: every pixel on with its own probability.
  public func sample(
    class label: Int, using generator: inout RandomGenerator, file: StaticString = #fileID, line: UInt = #line
  ) -> [Float] {
    noteCaller(file, line)
    require((0..<classes).contains(label), "sample: no such class")
    return (0..<features).map { generator.uniform() < probabilities[label * features + $0] ? 1 : 0 }
  }
}
