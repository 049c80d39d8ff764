import Practice
import Testing

@Suite struct ParsonsScoreTests {
  @Test func withoutDistractorsItIsAnOrdering() throws {
    for answer in OrderingScoreTests.rows.map(\.answer) {
      let parsons = try ParsonsScore(answer: answer, lines: answer.count, distractors: 2)
      let ordering = try OrderingScore(answer: answer)
      #expect(abs(parsons.mark - ordering.mark) < 1e-15)
      #expect(parsons.passed == ordering.passed)
      #expect(parsons.misplaced == ordering.misplaced)
      #expect(parsons.misplacedPair == ordering.misplacedPair)
    }
  }

  @Test func aDistractorCostsItsShare() throws {
    let score = try ParsonsScore(answer: [0, 5, 1, 2, 3], lines: 4, distractors: 2)
    #expect(score.mark == 0.5)
    #expect(score.distractors == [5])
    #expect(!score.passed)
    #expect(try ParsonsScore(answer: [0, 1, 2, 3, 4, 5], lines: 4, distractors: 2).mark == 0)
  }

  @Test func aMissingLineLosesItsPairs() throws {
    let score = try ParsonsScore(answer: [0, 1, 3], lines: 4, distractors: 1)
    #expect(score.mark == 0.5)
    #expect(score.missing == [2])
    #expect(!score.passed)
    #expect(try ParsonsScore(answer: [], lines: 4, distractors: 1).mark == 0)
    #expect(try ParsonsScore(answer: [0], lines: 1, distractors: 1).mark == 1)
  }

  @Test func impossibleAnswersAreRefused() {
    #expect(throws: ScoringError.repeated(1)) { try ParsonsScore(answer: [1, 1], lines: 2, distractors: 0) }
    #expect(throws: ScoringError.outOfRange(3)) { try ParsonsScore(answer: [3], lines: 2, distractors: 1) }
    #expect(throws: ScoringError.nothingToMark) { try ParsonsScore(answer: [], lines: 0, distractors: 1) }
  }
}
