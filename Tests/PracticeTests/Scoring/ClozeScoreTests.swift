import Practice
import Testing

@Suite struct ClozeScoreTests {
  @Test func theMarkIsTheShareOfRightGaps() throws {
    let score = try ClozeScore(answer: [true, false, nil, true])
    #expect(score.mark == 0.5)
    #expect(score.right == 2 && score.wrong == 1 && score.blank == 1)
    #expect(throws: ScoringError.nothingToMark) { try ClozeScore(answer: []) }
  }
}
