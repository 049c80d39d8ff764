/// One attempt at a sorting exercise, an item after the other in shuffled order.
package struct SortAttempt: Sendable {
  /// The items as they are asked, by their numbers.
  package let items: [Int]
  private let buckets: Int
  /// For each item as it is asked the bucket where it belongs.
  package let key: [Int]
  package private(set) var chosen: [Int?] = []

  /// - Parameter key: for each item the bucket where it belongs.
  package init(key: [Int], buckets: Int, seed: UInt64) {
    self.buckets = buckets
    items = Shuffle.any(key.count, seed: seed)
    self.key = items.map { key[$0] }
  }

  /// The item that is asked now; `nil` when all are answered.
  package var current: Int? { answered < items.count ? items[answered] : nil }

  /// The number of items that are answered or left out.
  package var answered: Int { chosen.count }

  /// Puts the current item into a bucket, or leaves it out.
  ///
  /// - Returns: the bucket where it belongs.
  @discardableResult
  package mutating func put(into bucket: Int?) -> Int {
    let right = key[answered]
    chosen.append(bucket)
    return right
  }

  /// The score so far; what was not asked counts as left out.
  package var score: SortingScore {
    get throws(ScoringError) {
      let rest = [Int?](repeating: nil, count: items.count - answered)
      return try SortingScore(answer: chosen + rest, key: key, buckets: buckets)
    }
  }
}
