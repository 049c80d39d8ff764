import Numerics

/// Labelled examples: `inputs [count, features]`, row by row, and a class from 0 for each.
public struct Dataset: Sendable {
  public let inputs: [Float]
  public let labels: [Int]
  public let features: Int
  public let classes: Int

  /// - Parameters:
  ///   - inputs: `[count, features]`, row by row.
  ///   - labels: a class `0 ..< classes` for each row.
  public init(
    inputs: [Float], labels: [Int], features: Int, classes: Int, file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    require(features > 0 && inputs.count == labels.count * features, "Dataset: inputs ≠ labels × features")
    require(labels.allSatisfy { (0..<classes).contains($0) }, "Dataset: a label outside 0 ..< classes")
    self.inputs = inputs
    self.labels = labels
    self.features = features
    self.classes = classes
  }

  public var count: Int { labels.count }

  /// Returns one example, `[features]`.
  public func row(_ index: Int) -> ArraySlice<Float> {
    inputs[index * features..<(index + 1) * features]
  }

  /// The named rows, one after the other: `[indices.count, features]`.
  public func rows(_ indices: [Int]) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(indices.count * features)
    for index in indices { result.append(contentsOf: row(index)) }
    return result
  }

  /// The named examples, in the order of `indices`.
  public func subset(_ indices: [Int]) -> Dataset {
    Dataset(inputs: rows(indices), labels: indices.map { labels[$0] }, features: features, classes: classes)
  }

  /// Returns a data set with the same labels and other inputs, such as the examples' codes: `inputs [count, features]`.
  public func withInputs(
    _ inputs: [Float], features: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Dataset {
    Dataset(inputs: inputs, labels: labels, features: features, classes: classes, file: file, line: line)
  }

  /// The indices of one class, in order.
  public func indices(ofClass label: Int) -> [Int] {
    labels.indices.filter { labels[$0] == label }
  }

  /// Shuffles with `seed`; the first `trainCount` examples are for training, the others for testing.
  public func split(
    _ trainCount: Int, seed: UInt64, file: StaticString = #fileID, line: UInt = #line
  ) -> (train: Dataset, test: Dataset) {
    noteCaller(file, line)
    require((0...count).contains(trainCount), "split: more training examples than there are")
    var generator = RandomGenerator(seed: seed)
    let order = generator.permutation(count)
    return (subset(Array(order[..<trainCount])), subset(Array(order[trainCount...])))
  }

  /// Shuffles with `seed` and takes the share `trainShare` of every class for training, so that both parts have the
  /// classes in the same proportions.
  public func stratifiedSplit(
    _ trainShare: Double, seed: UInt64, file: StaticString = #fileID, line: UInt = #line
  ) -> (train: Dataset, test: Dataset) {
    noteCaller(file, line)
    require((0...1).contains(trainShare), "stratifiedSplit: the share lies between 0 and 1")
    var generator = RandomGenerator(seed: seed)
    let order = generator.permutation(count)
    var wanted = (0..<classes).map { label in
      Int((Double(indices(ofClass: label).count) * trainShare).rounded(.toNearestOrEven))
    }
    var train: [Int] = []
    var test: [Int] = []
    for index in order {
      if wanted[labels[index]] > 0 {
        wanted[labels[index]] -= 1
        train.append(index)
      } else {
        test.append(index)
      }
    }
    return (subset(train), subset(test))
  }

  /// Returns only the examples of `labels`, renumbered in that order: `digits.only([5, 9])` has classes 0 (a five) and
  /// 1 (a nine).
  public func only(_ kept: [Int]) -> Dataset {
    let chosen = labels.indices.filter { kept.contains(labels[$0]) }
    let renumbered = chosen.map { index in kept.firstIndex(of: labels[index])! }
    return Dataset(inputs: rows(chosen), labels: renumbered, features: features, classes: kept.count)
  }

  /// The examples with every input set to 1 where it is at least `threshold`, else 0.
  public func binarized(at threshold: Float = 0.5) -> Dataset {
    Dataset(inputs: inputs.map { $0 >= threshold ? 1 : 0 }, labels: labels, features: features, classes: classes)
  }
}
