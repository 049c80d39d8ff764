import Markup
import TestSupport
import Testing

@testable import Terminal

@Suite struct TableTextTests {
  func lines(_ markdown: String, _ width: Int) throws -> [Line] {
    guard case .table(let table)? = Fixture.blocks(markdown).first?.kind else {
      Issue.record("no table")
      return []
    }
    return TableText(table, width: width).lines
  }

  @Test func columnsAreAsWideAsTheirWords() throws {
    #expect(
      try lines("| a | right |\n|---|--:|\n| longer | 1 |\n| b | 10 |\n", 40).map(\.plain) == [
        "a      │ right", "───────┼──────", "longer │     1", "b      │    10",
      ])
  }

  @Test func longCellsAreWrappedWithAirBetweenRows() throws {
    #expect(
      try lines("| a | b |\n|---|---|\n| one two three four | x |\n| five | y |\n", 17).map(\.plain) == [
        "a             │ b", "──────────────┼──", "one two three │ x", "four          │ ", "              │  ",
        "five          │ y",
      ])
  }

  /// A column of long text gives way before a word of another is broken.
  @Test func noWordIsBrokenWhereThereIsRoom() {
    let lines = TableText(
      head: ["what it is of all", "precision", "a", "b"], rows: [["one two", "0.5", "1", "2"]], width: 30
    ).lines.map(\.plain)
    #expect(lines.first == "what it is │ precision │ a │ b")
  }

  /// Any table of up to six columns fits, and holds every letter of its cells.
  @Test(arguments: [40, 60, 80]) func anyTableFits(width: Int) throws {
    let words = ["a", "word", "generative", "discriminative", "生成", "$`x`$", "**bold**", "`code`", "1,797", ""]
    var random = SeededGenerator(seed: UInt64(width))
    for _ in 0..<300 {
      let columns = Int.random(in: 1...6, using: &random)
      func row() -> String {
        "|"
          + (0..<columns).map { _ in
            (0..<Int.random(in: 0...9, using: &random)).map { _ in words.randomElement(using: &random)! }
              .joined(separator: " ") + "|"
          }.joined()
      }
      let header = row()
      let markdown = ([header, "|" + String(repeating: "---|", count: columns)] + (0..<3).map { _ in row() })
        .joined(separator: "\n")
      let narrow = try lines(markdown, width)
      #expect(narrow.allSatisfy { $0.width <= width }, "\(markdown)")
      func letters(_ lines: [Line]) -> [Character] {
        lines.map(\.plain).joined().filter { !" │─┼\u{A0}".contains($0) }.sorted()
      }
      #expect(letters(narrow) == letters(try lines(markdown, 1000)))
    }
  }
}
