import Randomness

/// What every judge can do: name the class of an example.
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

extension Array where Element: Comparable {
  /// Where the largest element is; the first of equals.
  package var indexOfLargest: Int {
    var best = 0
    for index in indices where self[index] > self[best] { best = index }
    return best
  }
}
