import Foundation
import Testing

@testable import Markup

/// What is written parses to the tree that it was written from.
@Suite struct MarkdownWriterTests {
  /// The tree without its places, and without the empty texts that cmark leaves beside bare addresses.
  func tree(_ text: String) -> String {
    let dump = Document.parse(text).dump().replacing(/\s@\s[0-9:-]+|\scontent:\s[0-9:]+/, with: "")
    return dump.split(separator: "\n").filter { !$0.hasSuffix("text \"\"") }.joined(separator: "\n")
  }

  func expectRoundTrip(_ text: String) {
    let written = MarkdownWriter.text(Document.parse(text).blocks)
    #expect(tree(written) == tree(text), "\(written)")
  }

  @Test(
    arguments: [
      "A *b **c*** `d` ~~e~~ [f](g.md \"h\") ![i](j.png)", "a\\\nb\nc",
      "\\*not\\* \\[a\\](b) \\`c\\` 1 < 2 <b> &amp;amp; \\\\",
      "1\\. no list\n\n\\- nor this\n\n\\# nor this\n\n\\> nor this", "- a\n  > why\n  >\n  > - b\n- c\n\n  d\n",
      "1. a\n   > b\n2. c\n\n- [x] d\n- [ ] e", "3) a\n4) b", "- a\n\n* b", "> a\n>\n> > b",
      "```swift\nlet a = `b`\n\n```\n\n````\n```\n````\n\n    indented\n      more",
      "$`x_1 \\frac{a}{b}`$ and snake_case_word",
      "```math\n\\sum_i x_i\n```", "| a | b |\n|:--|--:|\n| `c` | d \\| e |", "# A *b*\n\n***\n\n## C",
      "`` a`b `` ` c `",
      "http://example.org and a@example.org", "# \\#\n\n\\| a |\n\n+1 is no list, 2.5 neither\n2\\) but",
    ]) func theTreeStays(text: String)
  { expectRoundTrip(text) }

  @Test func theCourseStays() throws {
    let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for folder in ["Lessons", "Exercises"] {
      let files = try FileManager.default.contentsOfDirectory(
        at: project.appending(path: folder), includingPropertiesForKeys: nil)
      for file in files where file.pathExtension == "md" {
        let text = try String(contentsOf: file, encoding: .utf8)
        // Footnotes belong to a whole document, and are not written.
        let body = try FrontMatter.split(text)?.body ?? text[...]
        guard Document.parse(body).footnotes.isEmpty else { continue }
        expectRoundTrip(String(body))
      }
    }
  }

  /// Any text at all, put into a paragraph, stays that text.
  @Test func anyTextStaysItself() {
    let signs = Array("ab 1.)-+*_`~[]()<>#&;:|\\!$=\"'é")
    var state: UInt64 = 2026
    func random(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    for _ in 0..<2_000 {
      let text = String((0..<1 + random(below: 14)).map { _ in signs[random(below: signs.count)] })
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      if trimmed.isEmpty || trimmed.contains("  ") { continue }
      let written = MarkdownWriter.escapingLineStarts(MarkdownWriter.escaped(trimmed))
      let blocks = Document.parse(written).blocks
      guard blocks.count == 1, case .paragraph(let inlines) = blocks[0].kind else {
        Issue.record("“\(trimmed)” became “\(written)”")
        continue
      }
      #expect(inlines.plainText == trimmed, "\(written)")
    }
  }
}
