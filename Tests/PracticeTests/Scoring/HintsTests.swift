import Practice
import Testing

@Suite struct HintsTests {
  @Test func eachHintTakesItsPart() {
    #expect(Hints.mark(1, after: 0) == 1)
    #expect(Hints.mark(1, after: 2, costing: 0.25) == 0.5)
    #expect(abs(Hints.mark(0.8, after: 1) - 0.7) < 1e-15)
    #expect(Hints.mark(0.5, after: 3, costing: 0.25) == 0)
  }
}
