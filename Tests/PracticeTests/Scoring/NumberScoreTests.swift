import Practice
import Testing

@Suite struct NumberScoreTests {
  func mark(_ answer: Double, _ expected: Double, _ tolerance: Double, _ unit: NumberScore.Unit = .right) -> Double {
    NumberScore(answer: answer, expected: expected, tolerance: tolerance, unit: unit).mark
  }

  @Test func theEndsOfTheToleranceBelongToIt() {
    #expect(mark(0.5, 0.5, 0.01) == 1)
    #expect(mark(0.51, 0.5, 0.01) == 1)
    #expect(mark(0.49, 0.5, 0.01) == 1)
    #expect(mark(0.5101, 0.5, 0.01) == 0)
    #expect(mark(1.1, 1, 0.1) == 1)
    #expect(mark(-0.3, -0.2, 0.1) == 1)
  }

  @Test func aToleranceOfZeroWantsTheNumberItself() {
    #expect(mark(196_608, 196_608, 0) == 1)
    #expect(mark(196_607, 196_608, 0) == 0)
  }

  @Test func theUnitBelongsToTheAnswer() {
    #expect(mark(0.5, 0.5, 0.01, .missing) == 0)
    #expect(mark(0.5, 0.5, 0.01, .wrong) == 0)
    #expect(NumberScore(answer: 0.5, expected: 0.5, tolerance: 0.01, unit: .missing).isWithinTolerance)
  }

  @Test func whatIsNoNumberIsWrong() {
    #expect(mark(.nan, 0.5, 0.01) == 0)
    #expect(mark(.infinity, 0.5, 0.01) == 0)
    #expect(mark(.infinity, 0.5, 1e300) == 0)
  }
}
