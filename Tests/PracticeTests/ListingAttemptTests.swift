import Testing

@testable import Practice

@Suite struct ListingAttemptTests {
  /// Lines of which two are the same, and a stranger.
  let attempt = ListingAttempt(lines: ["if a {", "}", "if b {", "}"], distractors: 1, seed: 3)

  /// The places at which these lines are shown.
  func places(_ lines: [Int]) throws -> [Int] {
    try lines.map { line in try #require(attempt.shown.firstIndex(of: line)) }
  }

  @Test func theRightOrderIsRight() throws {
    #expect(try attempt.score(places([0, 1, 2, 3])).mark == 1)
    #expect(attempt.shown.count == 5)
    #expect(attempt.shown != [0, 1, 2, 3, 4])
  }

  /// Nobody can tell one bracket from the other.
  @Test func equalLinesStandForOneAnother() throws {
    #expect(try attempt.score(places([0, 3, 2, 1])).mark == 1)
    #expect(try attempt.lines(places([3, 0, 1])) == [1, 0, 3])
  }

  @Test func whatDoesNotBelongCosts() throws {
    let score = try attempt.score(places([0, 1, 4, 2, 3]))
    #expect(score.distractors == [4])
    #expect(score.mark == 0)
    #expect(!score.passed)
    #expect(try attempt.score(places([2, 1])).missing == [0, 3])
  }
}
