import Practice
import Testing

@Suite struct ChoiceScoreTests {
  let several = [true, true, false, false, false]

  static let marks: [([Int], Double)] = [
    ([0, 1], 1), ([0], 0.5), ([0, 2], 0.5 - 1.0 / 3), ([0, 1, 2, 3, 4], 0), ([2, 3], 0), ([], 0), ([1, 0, 4], 2.0 / 3),
  ]

  @Test(arguments: marks) func severalRight(chosen: [Int], mark: Double) throws {
    #expect(abs(try ChoiceScore(chosen: chosen, key: several).mark - mark) < 1e-15)
  }

  @Test func oneRight() throws {
    #expect(try ChoiceScore(chosen: [2], key: [false, false, true]).mark == 1)
    #expect(try ChoiceScore(chosen: [1], key: [false, false, true]).mark == 0)
  }

  @Test func allRightOrNoneRight() throws {
    #expect(try ChoiceScore(chosen: [0], key: [true, true]).mark == 0.5)
    #expect(try ChoiceScore(chosen: [], key: [false, false]).mark == 1)
    #expect(try ChoiceScore(chosen: [0], key: [false, false]).mark == 0.5)
  }

  @Test func countsSayWhatWasChosen() throws {
    let score = try ChoiceScore(chosen: [0, 2, 3], key: several)
    #expect(score.right == 1 && score.wrong == 2 && score.missed == 1)
  }

  @Test func impossibleChoicesAreRefused() {
    #expect(throws: ScoringError.repeated(0)) { try ChoiceScore(chosen: [0, 0], key: several) }
    #expect(throws: ScoringError.outOfRange(5)) { try ChoiceScore(chosen: [5], key: several) }
    #expect(throws: ScoringError.nothingToMark) { try ChoiceScore(chosen: [], key: []) }
  }
}
