import Testing

@testable import Practice

@Suite struct SortAttemptTests {
  /// For each item its bucket: the buckets have so many items.
  func key(_ sizes: [Int]) -> [Int] {
    sizes.enumerated().flatMap { bucket, count in [Int](repeating: bucket, count: count) }
  }

  /// Puts the first `right` items where they belong, the next `wrong` ones elsewhere, and leaves out the rest.
  func score(_ sizes: [Int], right: Int, wrong: Int) throws -> SortingScore {
    let key = key(sizes)
    var attempt = SortAttempt(key: key, buckets: sizes.count, seed: 5)
    while let item = attempt.current {
      let home = key[item]
      let choice =
        attempt.answered < right ? home : attempt.answered < right + wrong ? (home + 1) % sizes.count : nil
      #expect(attempt.put(into: choice) == home)
    }
    return try attempt.score
  }

  /// ACCEPTANCE 3.
  @Test(
    arguments: [
      ([6, 6], 9, 3, 0.5), ([4, 4, 4], 9, 3, 0.625), ([6, 6], 6, 6, 0), ([4, 4, 4], 4, 8, 0), ([3, 3, 3, 3], 3, 9, 0),
      ([6, 6], 12, 0, 1), ([6, 6], 0, 12, 0), ([6, 6], 0, 0, 0), ([6, 6], 6, 0, 0.5), ([7, 7], 10, 2, 8.0 / 14),
    ] as [([Int], Int, Int, Double)]) func scores(sizes: [Int], right: Int, wrong: Int, mark: Double) throws
  {
    let score = try score(sizes, right: right, wrong: wrong)
    #expect(abs(score.mark - mark) < 1e-12)
    #expect(score.right == right)
    #expect(score.wrong == wrong)
    #expect(score.blank == sizes.reduce(0, +) - right - wrong)
  }

  @Test func everyItemIsAskedOnceInAnOrderThatTheSeedDecides() {
    func order(_ seed: UInt64) -> [Int] { SortAttempt(key: key([5, 5]), buckets: 2, seed: seed).items }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1).sorted() == Array(0..<10))
    // One bucket after the other would give the answers away.
    #expect(!(0..<20).contains { seed in order(seed) == order(seed).sorted() })
  }

  @Test func whatWasNotAskedCountsAsLeftOut() throws {
    var attempt = SortAttempt(key: key([1, 1]), buckets: 2, seed: 1)
    #expect(try attempt.score.blank == 2)
    #expect(attempt.answered == 0)
    _ = attempt.put(into: nil)
    #expect(attempt.answered == 1)
    #expect(try attempt.score.blank == 2)
    #expect(attempt.current != nil)
    _ = attempt.put(into: 0)
    #expect(attempt.current == nil)
  }
}
