import Events
import TestSupport
import Testing

@testable import Terminal

@Suite struct CurveTextTests {
  let falling = Series(name: "loss", x: [0, 1, 2], y: [4, 1, 0])

  @Test func drawsFromTheTopLeftToTheBottomRight() {
    #expect(
      CurveText(falling, width: 26, rows: 4).lines.map(\.plain) == [
        "loss  now 0",
        "       4 │⠉⠢⢄             ",
        "         │   ⠉⠢⢄          ",
        "         │      ⠉⠢⣀⣀      ",
        "       0 │          ⠉⠉⠒⠒⠤⢄",
        "          0              2",
      ])
  }

  /// A long name takes lines from the plot, as long as enough of it is left; then it is cut.
  @Test func aLongNameIsWrapped() {
    let long = Series(name: "loss of the catcher, judged one by one", x: [0, 1], y: [4, 0])
    let lines = CurveText(long, width: 30, rows: 6).lines.map(\.plain)
    #expect(lines.prefix(2) == ["loss of the catcher, judged", "one by one  now 0"])
    #expect(lines.count == 8)
    let full = Series(name: "a name as wide as the drawings", x: [0, 1], y: [4, 0])
    #expect(CurveText(full, width: 30, rows: 6).lines.map(\.plain).prefix(2) == [full.name, "now 0"])
    let low = CurveText(long, width: 30, rows: 3).lines.map(\.plain)
    #expect(low.count == 5)
    #expect(low[0] == "loss of the catcher, ju  now 0")
  }

  @Test(arguments: [Screen.Colours.none, .palette, .full]) func inEveryColourMode(colours: Screen.Colours) {
    for line in CurveText(falling, width: 40).lines {
      let rendered = line.rendered(colours)
      #expect(rendered.contains("\u{1B}") == (colours != .none))
      #expect(rendered.replacing(/\u{1B}\[[0-9;]*m/, with: "") == line.plain)
    }
  }

  /// Any figures give lines of the promised number that fit.
  @Test func anyCurve() {
    var random = SeededGenerator(seed: 2)
    let odd: [Float] = [
      .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    for _ in 0..<1_000 {
      func value() -> Float {
        Bool.random(using: &random) ? odd.randomElement(using: &random)! : Float.random(in: -1e6...1e6, using: &random)
      }
      let count = Int.random(in: 0...9, using: &random)
      let series = Series(name: "a name", x: (0..<count).map { _ in value() }, y: (0..<count).map { _ in value() })
      let lines = CurveText(series, width: 40, rows: 5).lines
      let isEmpty = !zip(series.x, series.y).contains { $0.isFinite && $1.isFinite }
      #expect(lines.count == (isEmpty ? 1 : 7))
      #expect(lines.allSatisfy { $0.width <= 40 }, "\(lines.map(\.plain))")
    }
  }
}
