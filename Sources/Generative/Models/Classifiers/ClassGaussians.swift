import Numerics

/// A Gaussian for each class, with full covariance: the smallest model that both judges and makes.
///
/// p(x, y) = π_y N(x; μ_y, Σ_y + ε I), where π_y, μ_y and Σ_y are the share, the mean and the covariance of class y in
/// the training data and ε is `smoothing` times the largest variance of a feature. (Quadratic discriminant analysis:
/// Hastie, Tibshirani & Friedman 2009, section 4.3.)
public struct ClassGaussians: GenerativeClassifier, Sendable {
  public let features: Int
  public let classes: Int
  /// ln p(y) of each class, in nats.
  public let logPriors: [Double]
  let means: [[Double]]
  /// L of each class, with L Lᵀ = Σ + ε I.
  let factors: [Matrix]
  /// −½ ln |2π (Σ + ε I)| of each class.
  let logNormalizers: [Double]

  /// Fits the classes of `data`.
  /// - Parameter smoothing: share of the largest variance that is added to every variance; above 0.
  public init(_ data: Dataset, smoothing: Double = 0.1, file: StaticString = #fileID, line: UInt = #line) {
    noteCaller(file, line)
    let largest = columnVariances(data.inputs, features: data.features).max() ?? 0
    let ε = smoothing * largest
    require(ε > 0, "ClassGaussians: smoothing must be above 0, and the data must vary")
    features = data.features
    classes = data.classes
    // snippet.fit
    var logPriors: [Double] = []
    var means: [[Double]] = []
    var factors: [Matrix] = []
    var logNormalizers: [Double] = []
    for label in 0..<data.classes {
      let members = data.indices(ofClass: label)
      let moments = Moments(data.rows(members), features: data.features)
      var covariance = moments.covariance
      covariance.addToDiagonal(ε)
      // Positive definite, unless ε is lost in the rounding of what it is added to.
      guard let factor = covariance.cholesky() else {
        fail("ClassGaussians: the covariance of class \(label) is singular; smoothing must be larger")
      }
      logPriors.append(log(Double(members.count) / Double(max(1, data.count))))
      means.append(moments.mean)
      factors.append(factor)
      logNormalizers.append(-factor.lowerLogDeterminant - 0.5 * Double(data.features) * log(2 * Double.pi))
    }
    // snippet.end
    (self.logPriors, self.means, self.factors, self.logNormalizers) = (logPriors, means, factors, logNormalizers)
  }

  /// ln p(x | y) of one example, for each class y, in nats.
  public func logDensities(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Double] {
    noteCaller(file, line)
    require(x.count == features, "logDensities: one number for each feature")
    return (0..<classes).map { label in
      let mean = means[label]
      let whitened = factors[label].solvedLower((0..<features).map { Double(x[$0]) - mean[$0] })
      var squares = 0.0
      for value in whitened { squares += value * value }
      return logNormalizers[label] - 0.5 * squares
    }
  }

  // snippet.sample
  /// Draws a new example of a class: x = μ + L z with z ~ N(0, I).
  public func sample(
    class label: Int, using generator: inout RandomGenerator, file: StaticString = #fileID, line: UInt = #line
  ) -> [Float] {
    noteCaller(file, line)
    require((0..<classes).contains(label), "sample: no such class")
    let z = (0..<features).map { _ in Double(generator.normal()) }
    return (0..<features).map { row in
      var value = means[label][row]
      for column in 0...row { value += factors[label][row, column] * z[column] }
      return Float(value)
    }
  }
  // snippet.end

  /// New examples [count, features] of classes as common as they were in the training data.
  public func sample(_ count: Int, using generator: inout RandomGenerator) -> [Float] {
    let shares = logPriors.map { Float(exp($0)) }
    var examples: [Float] = []
    for _ in 0..<count { examples.append(contentsOf: sample(class: generator.categorical(shares), using: &generator)) }
    return examples
  }
}
