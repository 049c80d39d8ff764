import Numerics

/// A judge: it names the class of an example.
public protocol Classifier {
  /// Classes of the rows of `inputs [count, features]`.
  func classify(_ inputs: [Float]) -> [Int]
}

extension Classifier {
  /// The share of the examples in `data` whose class is named rightly; 0 when there are none.
  public func accuracy(on data: Dataset, file: StaticString = #fileID, line: UInt = #line) -> Float {
    noteCaller(file, line)
    let predictions = classify(data.inputs)
    require(predictions.count == data.count, "accuracy: the classifier expects another number of features")
    var right = 0
    for index in 0..<data.count where predictions[index] == data.labels[index] { right += 1 }
    return data.count == 0 ? 0 : Float(right) / Float(data.count)
  }
}

/// A judge that knows how each class looks, p(x | y), and how frequent it is: Bayes' rule says the rest.
public protocol GenerativeClassifier: Classifier {
  var features: Int { get }
  /// ln p(y) of each class, in nats.
  var logPriors: [Double] { get }
  /// ln p(x | y) of one example `[features]`, for each class y, in nats.
  func logDensities(_ x: [Float], file: StaticString, line: UInt) -> [Double]
}

extension GenerativeClassifier {
  /// The most probable class of each row of `inputs [count, features]`: the largest ln p(y) + ln p(x | y).
  public func classify(_ inputs: [Float]) -> [Int] {
    require(inputs.count % features == 0, "classify: inputs are not whole rows")
    return stride(from: 0, to: inputs.count, by: features).map { start in
      logJoint([Float](inputs[start..<start + features])).indexOfLargest
    }
  }

  /// ln p(x) = ln Σ_y p(y) p(x | y) of one example, in nats.
  public func logDensity(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> Double {
    logSumExp(logJoint(x, file: file, line: line))
  }

  /// p(y | x) of one example, for each class y, by Bayes' rule.
  public func probabilities(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Double] {
    let joint = logJoint(x, file: file, line: line)
    let evidence = logSumExp(joint)
    return joint.map { exp($0 - evidence) }
  }

  /// ln p(x, y) for each class y.
  private func logJoint(_ x: [Float], file: StaticString = #fileID, line: UInt = #line) -> [Double] {
    let densities = logDensities(x, file: file, line: line)
    return densities.indices.map { logPriors[$0] + densities[$0] }
  }
}

extension Array where Element: Comparable {
  /// The index of the largest element; the first of equals.
  package var indexOfLargest: Int {
    var best = 0
    for index in indices where self[index] > self[best] { best = index }
    return best
  }
}
