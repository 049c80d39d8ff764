import Testing

@testable import Course

@Suite struct SwiftTokenizerTests {
  func kinds(_ code: String) -> [String] {
    SwiftTokenizer.tokens(code).filter { $0.kind != .plain || !$0.text.allSatisfy(\.isWhitespace) }
      .map { "\($0.kind) \($0.text)" }
  }

  @Test(
    arguments: [
      ("let x = 1", ["keyword let", "plain  x = ", "number 1"]),
      ("0...9", ["number 0", "plain ...", "number 9"]), ("1.5e-3 - 2", ["number 1.5e-3", "plain  - ", "number 2"]),
      ("0xFF_FF", ["number 0xFF_FF"]),
      ("a.self.init(b)", ["plain a.", "keyword self", "plain .", "keyword init", "plain (b)"]),
      ("x.default", ["plain x.default"]), ("fit(train)", ["call fit", "plain (train)"]),
      ("Digits.all", ["type Digits", "plain .all"]), ("@Test #if", ["keyword @Test", "keyword #if"]),
      ("// a \"b\"\nc", ["comment // a \"b\"", "plain \nc"]),
      ("/* a /* b */ c */ d", ["comment /* a /* b */ c */", "plain  d"]),
      (#""a \" b" c"#, [#"string "a \" b""#, "plain  c"]), (##"#"a " \"# b"##, [##"string #"a " \"#"##, "plain  b"]),
      (##"#"a \#" b"# c"##, [##"string #"a \#" b"#"##, "plain  c"]),
      ("\"\"\"\na \" b\n\"\"\" c", ["string \"\"\"\na \" b\n\"\"\"", "plain  c"]),
      ("\"open\nlet", ["string \"open", "keyword let"]),
      ("σ_x", ["plain σ_x"]), ("", []),
    ] as [(String, [String])]) func pieces(code: String, expected: [String])
  {
    #expect(kinds(code) == expected)
  }

  @Test func theCodeOfTheFixture() {
    for cell in Fixture.sound.lessons.flatMap(\.cells) {
      #expect(SwiftTokenizer.tokens(cell.code).map { String($0.text) }.joined() == cell.code)
    }
  }

  /// Whatever is typed: the pieces joined are the code, none is empty, and plain pieces do not touch.
  @Test func anyInput() {
    let pieces = [
      "\"", "\"\"\"", "#", "##", "\\", "\\#", "(", ")", "/*", "*/", "//", "\n", "\r\n", " ", "let", "x", "X", "1", ".",
      "e", "-",
      "0x", "_", "@", "é", "e\u{301}", "🙂", "\u{0}", "self", "\t", "½",
    ]
    var state: UInt64 = 11
    for _ in 0..<20_000 {
      var code = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        code += pieces[Int(state >> 33) % pieces.count]
      }
      let tokens = SwiftTokenizer.tokens(code)
      #expect(tokens.map { String($0.text) }.joined() == code)
      #expect(tokens.allSatisfy { !$0.text.isEmpty })
      #expect(!zip(tokens, tokens.dropFirst()).contains { $0.kind == .plain && $1.kind == .plain })
    }
  }

  /// A long text takes its length in time, not its square.
  @Test func longInput() {
    let clock = ContinuousClock()
    for piece in ["\"", "/*", "#", "(", "a", "\\"] {
      let code = String(repeating: piece, count: 20_000)
      let elapsed = clock.measure { #expect(SwiftTokenizer.tokens(code).isEmpty == false) }
      #expect(elapsed < .seconds(3), "\(piece)")
    }
  }
}
