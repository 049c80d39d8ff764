import Markup
import Scoring
import Testing

@testable import Course
@testable import Practice

@Suite struct SortAttemptTests {
  /// Buckets with items that are named after their place: `b0 i3`.
  func buckets(_ sizes: [Int]) -> [Exercise.Bucket] {
    func words(_ text: String) -> [Inline] { [Inline(.text(text), range: nil)] }
    return sizes.enumerated().map { bucket, count in
      let items = (0..<count).map { index in
        Exercise.Item(id: "b\(bucket) i\(index)", text: words("b\(bucket) i\(index)"), feedback: [])
      }
      return Exercise.Bucket(name: words("bucket \(bucket)"), items: items)
    }
  }

  /// Puts the first `right` items where they belong, the next `wrong` ones elsewhere, and leaves out the rest.
  func score(_ sizes: [Int], right: Int, wrong: Int) throws -> SortingScore {
    var attempt = SortAttempt(buckets(sizes), seed: 5)
    while let item = attempt.current {
      let home = try #require(item.id.dropFirst().first?.wholeNumberValue)
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
    func order(_ seed: UInt64) -> [String] { SortAttempt(buckets([5, 5]), seed: seed).items.map(\.id) }
    #expect(order(1) == order(1))
    #expect(order(1) != order(2))
    #expect(order(1).sorted() == buckets([5, 5]).flatMap(\.items).map(\.id))
    // One bucket after the other would give the answers away.
    #expect(!(0..<20).contains { seed in order(seed) == order(seed).sorted() })
  }

  @Test func whatWasNotAskedCountsAsLeftOut() throws {
    var attempt = SortAttempt(buckets([1, 1]), seed: 1)
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
