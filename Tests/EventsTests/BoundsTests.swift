import Events
import Testing

@Suite struct BoundsTests {
  @Test func aroundPointsThereIsAMarginOfATwentieth() {
    let bounds = Bounds(around: [0, -4, 10, 0, 5, .nan])
    #expect(bounds == Bounds(x: -0.5...10.5, y: -4.2...0.2))
    #expect(Bounds(around: [3, 7]) == Bounds(x: 2...4, y: 6...8))
    #expect(Bounds(around: []) == Bounds(1))
  }

  @Test func aGridRunsRowByRowFromTheTopLeft() {
    #expect(Bounds(x: 0...4, y: 0...2).grid(2) == [1, 1.5, 3, 1.5, 1, 0.5, 3, 0.5])
  }
}
