import Foundation
import Testing

@testable import SiteBuilder

/// A template that cannot be filled in is told with its place, and never tried.
@Suite struct TemplateTests {
  private func build(_ templates: [String: String]) throws -> TemplateFault? {
    let sample = try SampleCourse()
    let theme = sample.folder.appending(path: "site", directoryHint: .isDirectory)
    try FileManager.default.copyItem(at: sample.theme, to: theme)
    for (name, text) in templates { try sample.write(text, to: "site/templates/\(name).mustache") }
    do throws(SiteError) {
      try SiteBuilder(theme: theme).build(sample.course, to: sample.output)
      return nil
    } catch {
      guard case .faultyTemplate(let fault) = error else { throw error }
      return fault
    }
  }

  private func fault(_ kind: TemplateFault.Kind, _ name: String, _ line: Int, _ column: Int) -> TemplateFault {
    let place = TemplateFault.Place(file: "site/templates/\(name).mustache", line: line, column: column)
    return TemplateFault(kind, at: place)
  }

  @Test(arguments: ["index", "layout", "lesson", "cell", "hints", "of-nobody"]) func oneThatIncludesItself(
    name: String
  ) throws {
    let found = try build([name: "<p>\n ä{{> \(name)}}\n</p>\n"])
    #expect(found == fault(.includesItself([name, name]), name, 2, 4))
  }

  @Test(arguments: [
    "{{#lessons}}{{> a}}{{/lessons}}", "{{^none}}{{>a}}{{/none}}", "{{<a}}{{/a}}", "{{#x}}\n  {{>  a  }}\n{{/x}}",
  ])
  func inASectionOrAsAParent(text: String) throws {
    #expect(try build(["a": text])?.kind == .includesItself(["a", "a"]))
  }

  @Test func throughOthers() throws {
    let found = try build(["a": "{{> b}}", "b": "\n{{> c}}", "c": "{{! {{> a}} }}\n\n  {{> a}}"])
    #expect(found == fault(.includesItself(["a", "b", "c", "a"]), "c", 3, 3))
  }

  @Test(
    arguments: [
      ["a": "{{<p}}{{$body}}{{> a}}{{/body}}{{/p}}", "p": "{{$body}}{{/body}}"],
      ["a": "{{<p}}{{$body}}{{$body}}{{/body}}{{/body}}{{/p}}", "p": "{{$body}}{{/body}}"],
      [
        "a": "{{<p}}{{$one}}{{$two}}{{/two}}{{/one}}{{$two}}{{$one}}{{/one}}{{/two}}{{/p}}",
        "p": "{{$one}}{{/one}}",
      ],
      ["a": "{{<p}}{{$body}}x{{/body}}{{/p}}", "p": "{{$body}}{{> q}}{{/body}}", "q": "{{<p}}{{/p}}"],
    ]) func throughParentsAndBlocks(templates: [String: String]) throws
  {
    guard case .includesItself? = try build(templates)?.kind else {
      Issue.record("not told")
      return
    }
  }

  @Test func whatIsIncludedTwiceIncludesNotItself() throws {
    #expect(try build(["a": "{{> b}}{{> b}}{{> c}}", "b": "{{> c}}", "c": "text"]) == nil)
  }

  @Test func nesting() throws {
    func sections(_ count: Int) -> String {
      String(repeating: "{{#x}}", count: count) + "deep" + String(repeating: "{{/x}}", count: count)
    }
    #expect(try build(["a": sections(64)]) == nil)
    #expect(try build(["a": sections(65)]) == fault(.nestedTooDeeply, "a", 1, 1 + 64 * 6))
    #expect(try build(["a": sections(100_000 / 64)])?.kind == .nestedTooDeeply)
    // One behind another, and sections in between.
    func chain(_ count: Int) -> [String: String] {
      var templates = ["t\(count)": "deep"]
      for number in 0..<count { templates["t\(number)"] = "{{> t\(number + 1)}}" }
      return templates
    }
    #expect(try build(chain(64)) == nil)
    #expect(try build(chain(65))?.kind == .nestedTooDeeply)
    #expect(try build(chain(900))?.kind == .nestedTooDeeply)
  }

  /// A page with the deepest theme that is allowed is written.
  @Test func theDeepestIsFilledIn() throws {
    var templates = ["index": "{{> t0}}", "t31": "deep"]
    for number in 0..<31 { templates["t\(number)"] = "{{#course}}{{> t\(number + 1)}}{{/course}}" }
    #expect(try build(templates) == nil)
  }

  /// Twice the one below, thirty times.
  @Test func whatWouldGrowWithoutEnd() throws {
    var templates = ["t30": String(repeating: "x", count: 100)]
    for number in 0..<30 { templates["t\(number)"] = "{{> t\(number + 1)}}{{> t\(number + 1)}}" }
    #expect(try build(templates)?.kind == .tooLong)
    let wide = String(repeating: " ", count: 60_000) + "{{> lines}}\n"
    #expect(try build(["a": wide, "lines": String(repeating: "x\n", count: 1_000)])?.kind == .tooLong)
  }

  @Test(
    arguments: [
      ("\n {{#open}}", .notClosed("open"), 2, 2), ("a {{/b}}", .closesNothing("b"), 1, 3),
      ("{{#a}}\n{{#b}}{{/a}}{{/b}}", .closesAnother("a", open: "b"), 2, 7),
      ("{{=<% %>=}}", .otherSigns, 1, 1), ("{{=| |=}}|#a||/a|", .otherSigns, 1, 1),
      ("é{{> *name}}", .nameFromFields("*name"), 1, 3), ("{{<*name}}{{/*name}}", .nameFromFields("*name"), 1, 1),
      ("{{" + String(repeating: "a(", count: 100_000 / 64) + "}}", .longName, 1, 1),
      ("a\n{{b c}}", .faultyTag, 2, 1), ("{{a", .faultyTag, 1, 1), ("{{}", .faultyTag, 1, 1),
      ("{{<layout}}{{title}}{{/layout}}", .strayInParent, 1, 1),
    ] as [(String, TemplateFault.Kind, Int, Int)]) func faults(
      text: String, kind: TemplateFault.Kind, line: Int, column: Int
    ) throws
  {
    let found = try #require(try build(["a": text]))
    #expect(found.kind == kind)
    #expect(found.place.file == "site/templates/a.mustache")
    #expect(found.place.line == line)
    // The library names places within a tag in its own way.
    if ![.faultyTag, .strayInParent].contains(kind) { #expect(found.place.column == column) }
  }

  /// What the library reads as text or comment is none of ours, either.
  @Test(arguments: [
    "{ {#a} }", "{{! {{#a}} }} x", "{{{a}}}", "{{&a}}", "{{ a }}{{^a}}b{{/a}}", "{{%CONTENT_TYPE:TEXT}}",
  ])
  func whatIsNoSection(text: String) throws {
    #expect(try build(["a": text]) == nil)
  }

  @Test func aFileThatIsNoTextOrTooLarge() throws {
    let sample = try SampleCourse()
    let theme = sample.folder.appending(path: "site", directoryHint: .isDirectory)
    try FileManager.default.copyItem(at: sample.theme, to: theme)
    let file = theme.appending(path: "templates/index.mustache")
    try Data([0xC3, 0x28]).write(to: file)
    #expect(throws: SiteError.self) { try SiteBuilder(theme: theme) }
    try Data(repeating: 0x20, count: 65_537).write(to: file)
    #expect(throws: SiteError.self) { try SiteBuilder(theme: theme) }
  }
}
