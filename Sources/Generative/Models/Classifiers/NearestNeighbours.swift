import Numerics

/// The class that most of the k nearest training examples have (Cover & Hart 1967). It learns nothing and forgets
/// nothing.
public struct NearestNeighbours: Classifier, Sendable {
  let data: Dataset
  let neighbours: Int

  /// - Parameter neighbours: how many vote; among classes with equally many votes the nearest neighbour's wins.
  public init(_ data: Dataset, neighbours: Int = 1, file: StaticString = #fileID, line: UInt = #line) {
    noteCaller(file, line)
    require((1...max(1, data.count)).contains(neighbours), "NearestNeighbours: between 1 and all examples vote")
    self.data = data
    self.neighbours = neighbours
  }

  /// Classes of the rows of `inputs [count, features]`.
  public func classify(_ inputs: [Float]) -> [Int] {
    nearestNeighbours(of: inputs, in: data.inputs, features: data.features, count: neighbours).map { nearest in
      var votes = Array(repeating: 0, count: data.classes)
      for neighbour in nearest { votes[data.labels[neighbour.index]] += 1 }
      let maximum = votes.max() ?? 0
      return nearest.first { votes[data.labels[$0.index]] == maximum }.map { data.labels[$0.index] } ?? 0
    }
  }
}
