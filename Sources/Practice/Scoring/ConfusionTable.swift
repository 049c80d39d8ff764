/// The numbers of items of each bucket that were put into each bucket.
public struct ConfusionTable: Equatable, Sendable {
  public let buckets: Int
  /// Row after row: `counts[true bucket · buckets + chosen bucket]`.
  public private(set) var counts: [Int]

  init(buckets: Int) {
    self.buckets = buckets
    counts = [Int](repeating: 0, count: buckets &* buckets)
  }

  /// Items of the bucket `truth` that were put into the bucket `chosen`.
  public subscript(truth: Int, chosen: Int) -> Int { counts[truth &* buckets &+ chosen] }

  mutating func count(truth: Int, chosen: Int) { counts[truth &* buckets &+ chosen] += 1 }

  /// The mix-up that happened most often (the first of equals), or `nil` where nothing was mixed up.
  public var commonest: (truth: Int, chosen: Int, count: Int)? {
    var best: (truth: Int, chosen: Int, count: Int)?
    for truth in 0..<buckets {
      for chosen in 0..<buckets where chosen != truth && self[truth, chosen] > (best?.count ?? 0) {
        best = (truth, chosen, self[truth, chosen])
      }
    }
    return best
  }
}
