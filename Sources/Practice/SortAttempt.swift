import Course
import Markup
import Scoring

/// One attempt at a sorting exercise, an item after the other in shuffled order.
package struct SortAttempt: Sendable {
  package let buckets: [Exercise.Bucket]
  /// The items as they are asked.
  package let items: [Exercise.Item]
  /// For each item the bucket where it belongs.
  private let key: [Int]
  private var answers: [Int?] = []

  package init(_ buckets: [Exercise.Bucket], seed: UInt64) {
    self.buckets = buckets
    let inOrder = buckets.enumerated().flatMap { index, bucket in bucket.items.map { (item: $0, bucket: index) } }
    let shuffled = Shuffle.any(inOrder.count, seed: seed).map { inOrder[$0] }
    items = shuffled.map(\.item)
    key = shuffled.map(\.bucket)
  }

  /// The item that is asked now; `nil` when all are answered.
  package var current: Exercise.Item? {
    answers.count < items.count ? items[answers.count] : nil
  }

  /// How many items are answered or left out.
  package var answered: Int { answers.count }

  /// Puts the current item into a bucket, or leaves it out.
  ///
  /// - Returns: the bucket where it belongs.
  package mutating func put(into bucket: Int?) -> Int {
    let right = key[answers.count]
    answers.append(bucket)
    return right
  }

  /// The score so far; what was not asked counts as left out.
  package var score: SortingScore {
    get throws(ScoringError) {
      let rest = [Int?](repeating: nil, count: items.count - answers.count)
      return try SortingScore(answer: answers + rest, key: key, buckets: buckets.count)
    }
  }
}
