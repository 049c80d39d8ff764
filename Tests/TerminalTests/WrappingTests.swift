import TestSupport
import Testing

@testable import Terminal

@Suite struct WrappingTests {
  func lines(_ text: String, _ width: Int) -> [String] {
    Wrapping.lines([Span(text)], width: width).map(\.plain)
  }

  @Test(
    arguments: [
      ("one two three", 7, ["one two", "three"]), ("one two three", 13, ["one two three"]),
      ("  one   two ", 20, ["one two"]), ("one\ntwo", 20, ["one", "two"]), ("one\n\ntwo", 20, ["one", "", "two"]),
      ("", 10, []), ("   ", 10, []), ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"]),
      ("生成模型", 4, ["生成", "模型"]), ("生成模型", 5, ["生成", "模型"]), ("a生成", 2, ["a", "生", "成"]), ("生", 1, ["生"]),
      ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]), ("a\u{A0}b c", 3, ["a\u{A0}b", "c"]),
      ("a\tb", 9, ["a b"]), ("x", 0, ["x"]),
    ] as [(String, Int, [String])]) func breaks(text: String, width: Int, expected: [String])
  {
    #expect(lines(text, width) == expected)
  }

  @Test func stylesStayWithTheirLetters() {
    let lines = Wrapping.lines([Span("a ", .bold), Span("b", .italic), Span(", c d", .plain)], width: 5)
    #expect(
      lines == [
        Line([Span("a", .bold), Span(" ", .bold), Span("b", .italic), Span(",", .plain)].joined()),
        Line("c d"),
      ])
  }

  /// A word in several styles is still one word, and where it is too long it is cut anywhere, at the line's end.
  @Test func aWordMayHaveSeveralStyles() {
    #expect(Wrapping.lines([Span("x "), Span("ab", .bold), Span("cd")], width: 5).map(\.plain) == ["x", "abcd"])
    #expect(Wrapping.lines([Span("abcd", .bold), Span("ef")], width: 4).map(\.plain) == ["abcd", "ef"])
    #expect(Wrapping.lines([Span("abcd", .bold), Span("ef")], width: 3).map(\.plain) == ["abc", "def"])
  }

  /// Any text: no line is wider than it may be, and nothing but space is lost.
  @Test func anyText() {
    let pieces = ["a", "word", "生", "成る", " ", "  ", "\n", "e\u{301}", "🙂", "-", "\u{A0}", "longerword", "👩‍🔬"]
    let styles: [Style] = [.plain, .bold, .italic]
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let spans = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Span(pieces.randomElement(using: &random)!, styles.randomElement(using: &random)!)
      }
      let width = Int.random(in: 2...12, using: &random)
      let lines = Wrapping.lines(spans, width: width)
      #expect(lines.allSatisfy { $0.width <= width }, "\(spans.map(\.text)) at \(width): \(lines.map(\.plain))")
      for style in styles {
        func letters(_ spans: [Span]) -> String {
          spans.filter { $0.style == style }.map(\.text).joined().filter { $0 != " " && $0 != "\n" }
        }
        #expect(letters(lines.flatMap(\.spans)) == letters(spans))
      }
      #expect(lines.allSatisfy { !$0.plain.hasPrefix(" ") && !$0.plain.hasSuffix(" ") })
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("生成", 4), ("e\u{301}", 1), ("🙂", 2), ("\u{200B}", 1), ("a\u{7}b", 3), ("σ", 1), ("한", 2),
    ("Ａ", 2),
  ]) func columns(text: String, expected: Int) {
    #expect(text.columns == expected)
  }
}

extension [Span] {
  /// Neighbours of one style as one span, as lines have them.
  fileprivate func joined() -> [Span] {
    reduce(into: []) { spans, span in
      if let last = spans.last, last.style == span.style {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
  }
}
