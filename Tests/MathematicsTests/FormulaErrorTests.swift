import Testing

@testable import Mathematics

@Suite struct FormulaErrorTests {
  @Test(arguments: [
    (#"a + \apha"#, FormulaError.Kind.unknownCommand(#"\apha"#), 4),
    (#"σ \frca{a}{b}"#, .unknownCommand(#"\frca"#), 3), (#"\mathbbb{E}"#, .unknownCommand(#"\mathbbb"#), 0),
    (#"\xyzzyplugh"#, .unknownCommand(#"\xyzzyplugh"#), 0),
    (#"\begin{align} a \end{align}"#, .unknownEnvironment("align"), 6),
    (#"\frac{a}"#, .missingArgument(of: #"\frac"#), 8), ("x^", .missingArgument(of: "^"), 2),
    ("{x_}", .missingArgument(of: "_"), 3), (#"\sqrt"#, .missingArgument(of: #"\sqrt"#), 5),
    (#"\text x"#, .missingArgument(of: #"\text"#), 6), (#"\left"#, .missingArgument(of: #"\left"#), 5),
    ("a {b", .unclosed("{"), 2), (#"\left( a"#, .unclosed(#"\left"#), 0), (#"\sqrt[3"#, .unclosed("["), 5),
    (#"\begin{cases} a"#, .unclosed(#"\begin{cases}"#), 0), (#"\text{a"#, .unclosed("{"), 5),
    ("a } b", .unexpected("}"), 2), ("a & b", .unexpected("&"), 2), (#"a \\ b"#, .unexpected(#"\\"#), 2),
    (#"a \right)"#, .unexpected(#"\right"#), 2), (#"{a \right)}"#, .unexpected(#"\right"#), 3),
    (#"\left( a } b"#, .unexpected("}"), 9), ("a $ b", .unexpected("$"), 2), ("a # b", .unexpected("#"), 2),
    (#"\text{a $b}"#, .unclosed("$"), 8),
    (#"\text{a $b + \nope$}"#, .unknownCommand(#"\nope"#), 13), ("x²^3", .doubleScript("^"), 3),
    (#"\limits"#, .unexpected(#"\limits"#), 0),
    (#"\begin{cases} a \end{aligned}"#, .mismatchedEnd(expected: "cases", found: "aligned"), 16),
    ("a_b_c", .doubleScript("_"), 3), ("a^b^c", .doubleScript("^"), 3), ("a^b'", .doubleScript("'"), 3),
    (#"\left x \right)"#, .notADelimiter("x"), 6), (#"\left( a \right\alpha"#, .notADelimiter(#"\alpha"#), 15),
    ("\\", .unknownCommand("\\"), 0),
  ]) func errors(source: String, kind: FormulaError.Kind, offset: Int) {
    #expect(throws: FormulaError(kind: kind, offset: offset)) { try Formula.parse(source) }
  }

  @Test(arguments: [
    (FormulaError.Kind.unknownCommand(#"\apha"#), [#"\alpha"#]), (.unknownCommand(#"\frca"#), [#"\frac"#]),
    (.unknownCommand(#"\mathbbb"#), [#"\mathbb"#]), (.unknownCommand(#"\xyzzyplugh"#), []), (.unknownCommand("\\"), []),
    (.unknownCommand("\\" + String(repeating: "a", count: 1_000_000)), []), (.unknownEnvironment("align"), ["aligned"]),
    (.unclosed("{"), []),
  ]) func candidates(kind: FormulaError.Kind, expected: [String]) {
    #expect(kind.candidates == expected)
  }

  /// However it nests: an error, and never a stack that overflows.
  @Test(arguments: [
    "{", "(", #"\left("#, "x^{", #"\frac{"#, #"\hat"#, #"\sqrt"#, #"\sqrt["#, #"\begin{cases}"#, "({", "|{",
    #"\mathbf"#,
  ])
  func deepNesting(opening: String) {
    #expect {
      try Formula.parse(String(repeating: opening, count: 100_000))
    } throws: { error in
      (error as? FormulaError)?.kind == .nestedTooDeeply(limit: Formula.deepestNesting)
    }
  }

  @Test func nestingUpToTheLimit() throws {
    let limit = Formula.deepestNesting
    let formula = try Formula.parse(String(repeating: "(", count: limit) + "x" + String(repeating: ")", count: limit))
    #expect(formula.plainText.count == 2 * limit + 1)
    #expect(formula.mathML(display: true).contains("<mi>x</mi>"))
    #expect(try Formula.parse(String(repeating: "(a)", count: 1_000)).plainText.count == 3_000)
  }

  /// Whatever is typed, it is read or refused.
  @Test func anyInput() {
    let pieces = [
      "x", "2", "\\", "{", "}", "(", ")", "[", "]", "_", "^", "'", "&", "|", "‖", " ", "%", "\n", "σ", "e\u{301}",
      "\\frac",
      "\\sqrt", "\\left", "\\right", "\\middle", "\\begin{cases}", "\\end{cases}", "\\\\", "\\hat", "\\sum", "\\log",
      "\\text",
      "\\mathbf", "\\underbrace", "\\big", "\\limits", "\\operatorname", "\\quad", "+", "=", ",", "\\|", "\\alpha", "🙂",
    ]
    var state: UInt64 = 7
    var readable = 0
    for _ in 0..<20_000 {
      var source = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += pieces[Int(state >> 33) % pieces.count]
      }
      guard let formula = try? Formula.parse(source) else { continue }
      readable += 1
      #expect(formula.mathML(display: true).hasSuffix("</mrow></math>"))
      #expect(!formula.plainText.contains("\n"))
      #expect(formula.lines(width: 80).allSatisfy { !$0.contains("\n") })
    }
    #expect(readable > 100)
  }
}
