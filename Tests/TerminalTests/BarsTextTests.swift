import Events
import TestSupport
import Testing

@testable import Terminal

@Suite struct BarsTextTests {
  @Test func fewBarsLie() {
    let bars = Bars(name: "Modes", labels: ["one", "three"], values: [1, 4])
    #expect(BarsText(bars, width: 18).lines.map(\.plain) == ["Modes", "one   ██▌ 1", "three ██████████ 4"])
  }

  @Test func manyBarsStand() {
    let bars = Bars(name: "Counts", labels: (0..<16).map { "\($0)" }, values: (0..<16).map { Float(16 - $0) })
    #expect(
      BarsText(bars, width: 42, rows: 6).lines.map(\.plain) == [
        "Counts",
        "      16 │██▆▆▄▄▂▂                        ",
        "         │██████████▆▆▄▄▂▂                ",
        "         │██████████████████▆▆▄▄▂▂        ",
        "       0 │██████████████████████████▆▆▄▄▂▂",
        "          0   2   4   6   8   10  12  14",
      ])
  }

  /// Letters need a column each, so that every bar has its own.
  @Test(arguments: [40, 62, 80]) func everyLetterHasRoom(width: Int) {
    let letters = "abcdefghijklmnopqrstuvwxy".map(String.init)
    let bars = Bars(name: "Letters", labels: letters, values: letters.map { _ in 1 })
    let lines = BarsText(bars, width: width).lines.map(\.plain)
    #expect(lines.last?.filter { $0 != " " } == letters.joined())
    // Each stands below the left edge of its bar.
    let each = lines[1].count { $0 == "█" } / letters.count
    for (index, letter) in letters.enumerated() {
      #expect(Array(lines.last ?? "")[10 + each * index] == Character(letter))
    }
  }

  @Test func aLongNameIsWrapped() {
    let bars = Bars(name: "A name that is longer than the screen is wide", labels: ["a"], values: [1])
    #expect(
      BarsText(bars, width: 20).lines.map(\.plain).prefix(3) == ["A name that is", "longer than the", "screen is wide"])
  }

  @Test func anyBarsFit() {
    var random = SeededGenerator(seed: 4)
    let odd: [Float] = [
      .nan, .infinity, -.infinity, 0, -0.0, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]
    for _ in 0..<1_000 {
      let count = Int.random(in: 0...40, using: &random), width = Int.random(in: 30...90, using: &random)
      let bars = Bars(
        name: "a name", labels: (0..<count).map { String(repeating: "label \($0) ", count: $0 % 9) },
        values: (0..<count).map { _ in
          Bool.random(using: &random)
            ? odd.randomElement(using: &random)! : Float.random(in: -1e6...1e6, using: &random)
        })
      let lines = BarsText(bars, width: width).lines
      #expect(lines.allSatisfy { $0.width <= width }, "\(lines.map(\.plain))")
    }
  }
}
