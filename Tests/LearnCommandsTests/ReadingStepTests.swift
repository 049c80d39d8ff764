import Terminal
import Testing

@testable import LearnCommands

/// Keys and typed lines say the same.
@Suite struct ReadingStepTests {
  @Test(arguments: [
    ("", ReadingStep.on), ("  ", .on), ("n", .on), ("B", .back), ("back", .back), ("q", .leave), ("?", .keys),
    ("r", .run(nil)), ("r 2", .run("2")), ("run ring", .run("ring")), ("e 1", .edit("1")), ("g", .term("")),
    ("g mode collapse", .term("mode collapse")), ("/mode collapse", .search("mode collapse")), ("/ ", .search("")),
    ("p", .practise),
  ]) func linesSayWhatKeysSay(line: String, step: ReadingStep) {
    #expect(ReadingStep(line: line) == step)
  }

  @Test(arguments: ["w", "quit now", "b 2", "12", "read"]) func otherLinesMeanNothing(line: String) {
    #expect(ReadingStep(line: line) == nil)
  }

  /// The keys that matter most are named in the narrowest window.
  @Test func keysAreNamedAtEveryWidth() {
    let footer = ReadingFooter(
      section: (12, 13), page: (10, 12), hasCells: true, isExplorable: true, isLast: false)
    let all = "space: on · b: back · r: run · e: edit · x: explore · g: term · /: search · ?: keys · q: leave"
    #expect(footer.line(width: 160) == "── 12 of 13, page 10 of 12 · " + all)
    for width in 20...160 {
      let line = footer.line(width: width)
      #expect(line.columns <= width)
      if width >= 40 { #expect(line.contains("space: on") && line.contains("?: keys"), "\(width): \(line)") }
      #expect(line.contains("?"), "\(width): \(line)")
    }
    #expect(footer.line(width: 39).contains("r: run"))
  }
}
