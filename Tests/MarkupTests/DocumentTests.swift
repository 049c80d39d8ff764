import Testing

@testable import Markup

@Suite struct DocumentTests {
  @Test(arguments: ExpectedFile.inputs) func tree(name: String) throws {
    let text = try ExpectedFile.input(name)
    let front = try FrontMatter.split(text)
    let document = Document.parse(front?.body ?? text[...], firstLine: front?.bodyFirstLine ?? 1)
    try ExpectedFile.compare(document.dump(), name.replacing(".md", with: ".tree"))
  }

  @Test(arguments: ExpectedFile.inputs) func html(name: String) throws {
    let text = try ExpectedFile.input(name)
    let front = try FrontMatter.split(text)
    let document = Document.parse(front?.body ?? text[...], firstLine: front?.bodyFirstLine ?? 1)
    try ExpectedFile.compare(document.html, name.replacing(".md", with: ".html"))
  }

  @Test func everyExpectedFileIsMade() {
    let made = ExpectedFile.inputs.flatMap { name in
      [".tree", ".html"].map { name.replacing(".md", with: $0) }
    }
    #expect(Set(ExpectedFile.expected).subtracting(made) == [])
  }

  @Test(arguments: [
    String(repeating: "> ", count: 100_000) + "deep", String(repeating: "- ", count: 100_000) + "deep",
    String(repeating: "*a **b ", count: 50_000) + "deep" + String(repeating: "** *", count: 50_000),
    String(repeating: "![", count: 100_000) + "deep" + String(repeating: "](x)", count: 100_000),
    String(repeating: "[", count: 100_000) + "deep" + String(repeating: "]", count: 100_000),
  ]) func deepNesting(text: String) {
    let document = Document.parse(text)
    #expect(document.html.contains("deep"))
    #expect(document.dump().contains("deep"))
  }

  @Test func nestingBeyondTheLimitIsToldAndKept() throws {
    let limit = Document.deepestNesting
    #expect(Document.parse(String(repeating: "> ", count: limit) + "words").nestedTooDeeply == nil)
    let tooDeep = Document.parse(String(repeating: "> ", count: limit + 1) + "words")
    #expect(tooDeep.nestedTooDeeply?.start == SourcePosition(line: 1, column: limit * 2 + 1))
    #expect(tooDeep.html.contains("<p>words</p>"))
  }

  @Test func linesCountFromTheFirst() {
    let block = Document.parse("one\n\ntwo", firstLine: 11).blocks[1]
    #expect(block.range.description == "13:1-13:3")
  }

  /// cmark's table of special characters is shared by all parsers: without a lock, strikethrough goes missing.
  @Test func parsesOnSeveralThreadsAtOnce() async {
    let text = String(repeating: "A ~~struck~~ word at www.example.com.\n\n", count: 200)
    let alone = Document.parse(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<64 { group.addTask { Document.parse(text) == alone } }
      for await same in group { #expect(same) }
    }
  }
}

extension DocumentTests {
  @Test func walksReachEverything() {
    let document = Document.parse("# a\n\n> - *b* `c`\n\n| d |\n|---|\n| [e](f) |\n\ng[^1]\n\n[^1]: h\n")
    var blocks = 0
    var words = ""
    document.forEachBlock { _ in blocks += 1 }
    document.forEachInline { inline in
      switch inline.kind {
      case .text(let text), .code(let text): words += text
      default: break
      }
    }
    #expect(blocks == 7)
    #expect(words == "ab cdegh")
  }
}
