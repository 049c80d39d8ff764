import Testing

@testable import Markup

@Suite struct FrontMatterTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func splits(lineEnd: String) throws {
    let text = ["---", "id: a", "title: B", "--- ", "# C", ""].joined(separator: lineEnd)
    let front = try #require(try FrontMatter.split(text))
    #expect(front.yaml == "id: a\(lineEnd)title: B\(lineEnd)")
    #expect(front.body == "# C\(lineEnd)")
    #expect(front.bodyFirstLine == 5)
    #expect(Document.parse(front.body, firstLine: 5).blocks[0].range.start.line == 5)
  }

  @Test func emptyFrontMatterAndEmptyBody() throws {
    let front = try #require(try FrontMatter.split("---\n---"))
    #expect(front.yaml == "" && front.body == "" && front.bodyFirstLine == 3)
  }

  @Test(arguments: ["", "# No", "----\nid: a\n---\n", "text\n---\n"]) func none(text: String) throws {
    #expect(try FrontMatter.split(text) == nil)
  }

  @Test(arguments: ["---", "---\nid: a\n", "---\nid: a\n----\n"]) func unclosed(text: String) {
    #expect(throws: FrontMatter.Unclosed.self) { try FrontMatter.split(text) }
  }
}
