import Course
import Messages
import Testing

@testable import Terminal

/// Of a long line, what stands around the mark is shown.
@Suite struct ExcerptTests {
  private func lines(_ line: String, _ column: Int) -> (text: Substring, mark: Int) {
    let lines = Excerpt(line.utf8, column: column).text.split(separator: "\n")
    return (lines[0].dropFirst(2), lines[1].dropFirst(2).count - 1)
  }

  @Test func aShortLineIsWhole() {
    #expect(Excerpt("let x = 1".utf8, column: 5).text == "  let x = 1\n      ^\n")
    #expect(Excerpt("".utf8, column: 1).text == "  \n  ^\n")
    #expect(Excerpt("ab".utf8, column: 9).text == "  ab\n    ^\n")
    let line = String(repeating: "x", count: 100)
    #expect(Excerpt(line.utf8, column: nil).text == "  \(line)\n")
  }

  @Test(arguments: [1, 30, 49, 50, 51, 5_000, 9_950, 9_999, 10_000, 10_001])
  func theMarkStandsUnderItsColumn(column: Int) {
    let line = String((0..<10_000).map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26))) })
    let (text, mark) = lines(line, column)
    #expect(text.count <= 100)
    #expect(text.hasPrefix("…") == (column > 50))
    #expect(text.hasSuffix("…") == (column < 9_951))
    let bytes = Array(line.utf8)
    if column <= bytes.count { #expect(Array(text)[mark] == Character(Unicode.Scalar(bytes[column - 1]))) }
  }

  /// Wide signs take two columns, marks over a letter none; what has several scalars stays whole.
  @Test(arguments: ["漢", "🙂", "👨‍👩‍👧", "🇩🇪", "é", "e\u{301}", "ก"])
  func anyKindOfSign(sign: String) {
    let line = String(repeating: sign, count: 400) + "!" + String(repeating: sign, count: 400)
    let column = sign.utf8.count * 400 + 1
    let (text, mark) = lines(line, column)
    #expect(String(text).columns <= 100)
    #expect(String(text.prefix { $0 != "!" }).columns == mark)
    #expect(text.filter { $0 != "…" && $0 != "!" }.allSatisfy { visibleCode(sign).contains($0) })
  }

  /// A letter with a thousand accents, in front of the mark or behind it.
  @Test func aSignWithoutEnd() {
    let letter = "a" + String(repeating: "\u{301}", count: 100_000)
    for (line, column) in [(letter + "!", letter.utf8.count + 1), ("!" + letter, 1), (letter + letter, 100_000)] {
      #expect(Excerpt(line.utf8, column: column).text.utf8.count < 5_000)
    }
  }

  @Test func controlCharactersAreShownAndCount() {
    let (text, mark) = lines("\u{1B}[2J\t\u{202E}x!", 10)
    #expect(text == "␛[2J \u{FFFD}x!")
    #expect(mark == 7)
  }

  /// A column in the middle of a character, and bytes that are no text.
  @Test func anyBytes() {
    for column in 0...20 {
      #expect(!Excerpt([0xF0, 0x9F, 0x99, 0x82, 0xFF, 0x61, 0xC3], column: column).text.isEmpty)
    }
  }
}
