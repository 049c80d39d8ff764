import CCmarkGFM
import Testing

@testable import Markup

@Suite struct HTMLWriterTests {
  /// The standard HTML is cmark's own, but for heading ids, classes for alignment, footnotes' ids and classes, raw HTML
  /// (shown, not dropped) and refused addresses (words alone).
  @Test(arguments: [
    "# A *b* `c`\n\nText & <http://a.b> \"q\"  \nhard\\\nbreak ![i *j*](k.png \"t\") [l](m 'n')",
    "> quote\n>\n> - a\n> - b\n>\n>   c\n\n1. x\n2. y\n\n   z\n\n5) five",
    "- [x] done\n- [ ] open\n  - deep\n- plain", "- [x] loose\n\n- [ ] items",
    "```swift x=1\nlet a = b < c && d\n```\n\n    indented\n\n---\n\n~~struck~~ ~one~",
    "| a | b |\n|---|---|\n| *c* | `d` |\n| e |", "| only |\n|---|", "www.example.com https://a.b/c?d=e&f=g a@b.cd",
    "*a **b** c* ***d*** _e_ __f__ a*b*c snake_case_name", "- a\n\n  ```\n  code\n  ```\n- b\n***\n+ c\n\n\n+ d",
    "[é](ü%20x?a[]=1&b='2') é ü 漢字",
    "1. a\n\n   > q\n   > r\n2. b\n   1. c\n      - d", "", "\n\n", "para\n# head\npara",
    "- \n- a\n-\n", ">\n", "````\n```\n````", "a\u{0}b &#0; &amp; &lt; \\< \\\\",
  ]) func standardIsThatOfTheLibrary(markdown: String) {
    #expect(Self.withoutIds(Document.parse(markdown).html) == Self.libraryHTML(markdown))
  }

  @Test func standardIsThatOfTheLibraryForAnyText() {
    let pieces = [
      "a", "b c", " ", "\n", "\n\n", "*", "**", "_", "`", "```\n", "# ", "- ", "1. ", "2) ", "> ", "    ", "~~", "|",
      "a|b\n-|-\n",
      "---\n", "[x](y)", "![i *j*](k)", "\\", "&amp;", "[ ] ", "[x] ", "www.a.bc", "  \n", "+ ", "===\n", "\t", "$",
    ]
    var state: UInt64 = 11
    for _ in 0..<3_000 {
      var markdown = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        markdown += pieces[Int(state >> 33) % pieces.count]
      }
      // Mathematics is ours alone.
      markdown = markdown.replacing("$`", with: "`").replacing("`$", with: "`")
      #expect(
        Self.withoutIds(Document.parse(markdown).html) == Self.libraryHTML(markdown), "\(markdown.debugDescription)")
    }
  }

  private static func withoutIds(_ html: String) -> String {
    html.replacing(#/(<h[1-6]) id="[^"]*"/#) { $0.output.1 }
  }

  @Test func linesBesideTheLibrary() {
    let document = Document.parse("| a |\n|--:|\n| b |\n\nx[^n]\n\n[^n]: y\n\n<b>raw</b> [no](data:x)")
    #expect(document.html.contains("<td class=\"align-right\">b</td>"))
    #expect(document.html.contains("<sup class=\"footnote-reference\"><a href=\"#footnote-1\" id=\"reference-1\">"))
    #expect(document.html.contains("&lt;b&gt;raw&lt;/b&gt; no"))
  }

  @Test func refusedAddressesAreReported() {
    var writer = HTMLWriter(StandardHTML())
    writer.write(Document.parse("a\n\nb [c](javascript:x) ![d](https://e/f.png) [g](h.md)"))
    #expect(writer.html.hasSuffix("<p>b c d <a href=\"h.md\">g</a></p>\n"))
    #expect(
      writer.problems == [
        HTMLProblem(kind: .refusedLink(address: "javascript:x"), range: Self.range(3, 3, 19)),
        HTMLProblem(kind: .refusedImage(address: "https://e/f.png"), range: Self.range(3, 21, 41)),
      ])
  }

  @Test func hooksComeFirst() {
    var writer = HTMLWriter(PageHooks())
    writer.write(Document.parse("<!-- here -->\n\n- $`x^2`$ [t](glossary:z) [u](lesson:v)\n\n```math\ny\n```\n"))
    #expect(
      writer.html
        == "[comment here]\n<ul>\n<li>[math x^2] <a href=\"#term-z\">t</a> u</li>\n</ul>\n[display y\n]")
  }

  @Test func rawHTMLIsCutIntoComments() {
    #expect(RawHTML.parts(of: "<!-- a -->\n<!--b--> <i>\n") == [.comment("a"), .comment("b"), .other(" <i>\n")])
    #expect(RawHTML.parts(of: "<!-- open") == [.other("<!-- open")])
    #expect(RawHTML.parts(of: "<!---->") == [.comment("")])
    #expect(Document.parse("<!-- /tabs -->\n").blocks[0].comment == "/tabs")
    #expect(Document.parse("<!-- a --> b\n").blocks[0].comment == nil)
  }

  private static func range(_ line: Int, _ first: Int, _ last: Int) -> SourceRange {
    SourceRange(start: SourcePosition(line: line, column: first), end: SourcePosition(line: line, column: last))
  }

  /// What libcmark-gfm makes of the text in its safe mode.
  private static func libraryHTML(_ markdown: String) -> String {
    MarkdownParser.parse(markdown, extensions: MarkdownParser.extensions) { root in
      let html = cmark_render_html(root, CMARK_OPT_FOOTNOTES, nil)
      defer { html?.deallocate() }
      return html.map { String(cString: $0) } ?? ""
    }
  }
}

private struct PageHooks: HTMLHooks {
  func write(_ block: Block, to writer: inout HTMLWriter<Self>) -> Bool {
    guard case .codeBlock(let code) = block.kind, code.language == "math" else { return false }
    writer.write(html: "[display \(code.literal)]")
    return true
  }

  func write(_ inline: Inline, to writer: inout HTMLWriter<Self>) -> Bool {
    guard case .mathematics(let formula) = inline.kind else { return false }
    writer.write(html: "[math \(formula)]")
    return true
  }

  func write(comment: String, at range: SourceRange?, to writer: inout HTMLWriter<Self>) {
    writer.write(html: "[comment \(comment)]")
  }

  func address(for destination: Destination, written address: String) -> String? {
    if case .glossary(let term) = destination { "#term-\(term)" } else { nil }
  }
}
