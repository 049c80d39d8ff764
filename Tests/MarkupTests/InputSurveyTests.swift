import Testing

@testable import Markup

/// What cmark would take too long for, or too much memory, is noticed before it is asked.
@Suite struct InputSurveyTests {
  private func excess(_ text: String) -> Document.Excess.Kind? {
    var text = text
    return text.withUTF8 { InputSurvey($0).excess?.kind }
  }

  private func rows(_ count: Int, _ cell: String, columns: Int) -> String {
    String(repeating: String(repeating: "|" + cell, count: columns) + "|\n", count: count)
  }

  private func table(_ document: Document) -> Table? {
    if case .table(let table)? = document.blocks.last?.kind { table } else { nil }
  }

  @Test func aWideTableIsATable() throws {
    let text = "Text.\n\n" + rows(1, "a", columns: 499) + rows(1, "-", columns: 499) + rows(20, "-1", columns: 499)
    let document = Document.parse(text)
    #expect(document.excess == nil)
    let table = try #require(self.table(document))
    #expect(table.header.cells.count == 499)
    #expect(table.rows.count == 20)
  }

  @Test func aTableThatIsTooWideIsText() {
    let text = "Text.\n\n" + rows(1, "a", columns: 500) + rows(1, "-", columns: 500)
    let document = Document.parse(text, firstLine: 11)
    #expect(document.excess == Document.Excess(kind: .columns, place: SourcePosition(line: 13, column: 1)))
    #expect(table(document) == nil)
    #expect(document.html.contains("|a|a|"))
  }

  /// cmark fills the rows of a table: a letter may stand for hundreds of cells.
  @Test(arguments: ["", "> ", "- "]) func tablesWithTooManyCells(prefix: String) {
    let indent = prefix == "- " ? "  " : prefix
    let table =
      prefix + rows(1, "a", columns: 400) + indent + rows(1, "-", columns: 400)
      + String(repeating: indent + "a\n", count: 1_000) + "\n"
    #expect(excess(table + table) == nil)
    #expect(excess(table + table + table) == .cells)
  }

  @Test func linesOfHyphensBehindText() {
    #expect(Document.parse(String(repeating: "a\n", count: 1_000) + "|-|\n").excess == nil)
    let many = String(repeating: "a | b\n", count: 20_000) + "|-|\n"
    #expect(
      Document.parse(many).excess
        == Document.Excess(kind: .textBeforeTables, place: SourcePosition(line: 20_001, column: 1)))
    let again = "a|b\n" + String(repeating: "|-|\n", count: 2_000)
    #expect(Document.parse(again).excess?.kind == .textBeforeTables)
    // Negative numbers are no hyphens.
    #expect(excess("|a|b|\n|-|-|\n" + rows(20_000, "-1", columns: 2)) == nil)
  }

  @Test func longDefinitionsOfManyLinks() {
    let title = String(repeating: "t", count: 50_000)
    func text(_ links: Int) -> String { "[a]: /b '\(title)'\n\n" + String(repeating: "[a] ", count: links) }
    #expect(Document.parse(text(100)).excess == nil)
    let document = Document.parse("Text.\n\n> " + text(6_000))
    #expect(document.excess == Document.Excess(kind: .definitions, place: SourcePosition(line: 3, column: 1)))
    #expect(document.html.contains("[a] [a]"))
    // Many short ones are no harm.
    let short = (0..<2_000).map { "[a\($0)]: http://example.com\n\n" }.joined()
    #expect(Document.parse(short + (0..<2_000).map { "[a\($0)] " }.joined()).excess == nil)
  }

  @Test func addressesWithoutEnd() {
    let brackets = "www.a.org/(" + String(repeating: ")", count: 10_000)
    #expect(!Document.parse(brackets).html.contains("href"))
    #expect(Document.parse("See www.a.org/(b).").html.contains("href=\"http://www.a.org/(b)\""))
    let signs = String(repeating: "a@bc.de ", count: 50_000)
    #expect(!Document.parse(signs).html.contains("href"))
    #expect(Document.parse("a@bc.de").html.contains("mailto:a@bc.de"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func linesEndInAnyWay(end: String) {
    let text = ["Text.", "", String(repeating: "|a", count: 600), ""].joined(separator: end)
    #expect(Document.parse(text).excess?.place == SourcePosition(line: 3, column: 1))
  }
}
