import Markup
import Scoring
import Testing

@testable import Course
@testable import Practice

@Suite struct ListingAttemptTests {
  /// Lines of which two are the same, and a stranger.
  let attempt: ListingAttempt = {
    let texts = ["if a {", "}", "if b {", "}"]
    let code = CodeBlock(
      info: "swift", literal: texts.joined(separator: "\n") + "\n", isFenced: true,
      contentStart: SourcePosition(line: 1, column: 1))
    let line = { (text: String) in Exercise.ListingLine(text: text, feedback: []) }
    return ListingAttempt(
      Exercise.Listing(code: code, lines: texts.map(line), distractors: [line("else")]), seed: 3)
  }()

  /// The places at which these lines are shown.
  func places(_ lines: [Int]) throws -> [Int] {
    try lines.map { line in try #require(attempt.shown.firstIndex(of: line)) }
  }

  @Test func theRightOrderIsRight() throws {
    #expect(try attempt.score(places([0, 1, 2, 3])).mark == 1)
    #expect(attempt.texts.count == 5)
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
