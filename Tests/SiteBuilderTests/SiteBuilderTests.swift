import Course
import Events
import Figures
import Foundation
import SiteBuilder
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SiteBuilderTests {
  private let sample: SampleCourse

  init() throws {
    sample = try SampleCourse()
    #expect(sample.course.problems.isEmpty, "\(sample.course.problems)")
    try SiteBuilder(theme: sample.theme).build(
      sample.course, recordings: [CellReference(lesson: "first", cell: "train"): sample.recording], to: sample.output)
  }

  /// Which colour is which class is said below the picture; each line of a text is a line of the page.
  @Test func aPlaneHasItsLegendAndATextItsLines() throws {
    let points = PointCloud(name: "Two", x: [0, 1], y: [0, 1], classes: [0, 1], bounds: Bounds(2))
    try SiteBuilder(theme: sample.theme).build(
      sample.course,
      recordings: [
        CellReference(lesson: "first", cell: "train"): Recording([.points(points), .text("one\u{240A}two < 3")])
      ], to: sample.output)
    let html = try sample.page("lessons/first.html")
    #expect(html.contains(#"width="480" height="506" alt="Two: 2 points of 2 classes"#))
    #expect(html.contains("<p>one</p>\n<p>two &lt; 3</p>"))
  }

  @Test func everyPageIsWellFormed() throws {
    for page in ["index.html", "glossary.html", "lessons/first.html", "lessons/second.html"] {
      let parser = XMLParser(data: try Data(contentsOf: sample.output.appending(path: page)))
      #expect(parser.parse(), "\(page):\(parser.lineNumber): \(String(describing: parser.parserError))")
    }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    for page in ["index.html", "glossary.html", "lessons/first.html", "lessons/second.html"] {
      let html = try sample.page(page)
      for match in html.matches(of: /(?:href|src)="([^"]*)"/) {
        let address = String(match.1)
        if address.hasPrefix("https://") { continue }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let file = parts[0].isEmpty ? page : normalized(parts[0], on: page)
        #expect(FileManager.default.fileExists(atPath: sample.output.appending(path: file).path), "\(page): \(address)")
        if parts.count == 2 { #expect(try sample.page(file).contains("id=\"\(parts[1])\""), "\(page): \(address)") }
      }
    }
  }

  @Test func pagesLoadNothingFromElsewhere() throws {
    for page in ["index.html", "lessons/first.html"] {
      let html = try sample.page(page)
      #expect(html.firstMatch(of: /src="https?:/) == nil)
      #expect(html.firstMatch(of: /<link[^>]*href="https?:/) == nil)
    }
  }

  @Test func whatAuthorsWriteStaysText() throws {
    let html = try sample.page("lessons/first.html")
    #expect(html.contains("First &lt;b&gt;things&lt;/b&gt;"))
    #expect(html.contains("&lt;i&gt;no markup&lt;/i&gt;"))
    #expect(html.contains("Tell a &lt; b"))
    #expect(!html.contains("<i>no markup"))
    #expect(try sample.page("index.html").contains("Small &amp; &lt;sharp&gt;"))
  }

  @Test func lessonHasItsParts() throws {
    let html = try sample.page("lessons/first.html")
    #expect(html.contains("<h2 id=\"words\">Words<a class=\"anchor\""))
    #expect(html.contains("<h3 id=\"deeper\">Deeper"))
    #expect(
      html.contains("<a class=\"term\" href=\"../glossary.html#noise\" title=\"Random numbers that a &quot;maker&quot;")
    )
    #expect(html.contains("<math"))
    #expect(html.contains("display=\"block\""))
    #expect(html.contains("<figcaption>Only a dot</figcaption>"))
    #expect(html.contains("<aside class=\"note misconception\" role=\"note\">"))
    #expect(html.contains("<section class=\"tab\" id=\"left\">"))
    #expect(html.contains("<ol class=\"timeline\">"))
    #expect(html.contains("<span class=\"c\">// a &lt; b</span>"))
    #expect(html.contains("id=\"footnote-1\""))
    #expect(html.contains("href=\"../lessons/second.html#end\""))
    #expect(html.contains("rel=\"next\" href=\"../lessons/second.html\""))
    #expect(try sample.page("lessons/second.html").contains("rel=\"prev\" href=\"../lessons/first.html\""))
  }

  @Test func cellHasWhatItShowed() throws {
    let html = try sample.page("lessons/first.html")
    #expect(html.contains("<code>learn run 1.1</code>"))
    #expect(html.contains("3 &lt; 4 &amp; more"))
    #expect(html.contains("<polyline"))
    #expect(html.contains("<rect class=\"bar\""))
    #expect(html.contains("<title>&lt;a>: 3</title>"))
    #expect(html.contains("<td>&lt;a&gt;</td><td class=\"number\">3</td>"))
    #expect(!html.contains("secret"), "set-up that is hidden is not shown")
    #expect(html.contains("<td class=\"number\">0.5</td>"))
    #expect(html.contains("0.97"))
    #expect(html.contains("as expected"))
    #expect(html.contains("verdict outside"))
    #expect(html.contains("alt=\"Black, then white.\""))
    #expect(html.contains("--set rate=0.5"))
    #expect(html.contains("digest 0123456789abcdef"))
    let picture = try Data(contentsOf: sample.output.appending(path: "lessons/first/train-1.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(html.matches(of: /class="output"/).count == 1, "a cell that was not run shows code alone")
  }

  @Test func exercisesHaveAnswersAndReasons() throws {
    let html = try sample.page("lessons/first.html")
    for id in ["which", "turn", "right", "many", "words"] {
      #expect(html.contains("<section class=\"exercise\" id=\"\(id)\""))
    }
    #expect(html.contains("<b>Small.</b> <p>Because <em>a</em>.</p>"))
    #expect(html.contains("<b>Yes.</b> <p>It is.</p>"))
    #expect(html.contains("<b>3 ± 0.5 nats.</b> <p>Counted.</p>"))
    #expect(html.contains("<p>Random <em>numbers</em>.</p>"))
    #expect(html.contains("<p>Look.</p>"))
    let steps = html.matches(of: /<li>(one|two|three)</).map { String($0.1) }
    #expect(steps.count == 6)
    #expect(Array(steps.prefix(3)) != ["one", "two", "three"], "what is to be ordered is not shown in order")
    #expect(Array(steps.suffix(3)) == ["one", "two", "three"])
  }

  @Test func hiddenLinesOfExercisesStayHidden() throws {
    let html = try sample.page("lessons/first.html")
    #expect(html.contains("shownRate"))
    #expect(!html.contains("secretRate"))
  }

  /// Ctrl-C cancels the task: the former site stays, and nothing is left beside it.
  @Test func anInterruptedBuildLeavesTheFormerSite() async throws {
    let before = try sample.page("lessons/first.html")
    let (theme, course, output) = (sample.theme, sample.course, sample.output)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try SiteBuilder(theme: theme).build(course, to: output)
    }
    await #expect(throws: SiteError.interrupted) { try await task.value }
    #expect(try sample.page("lessons/first.html") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path)
    #expect(!left.contains { $0.hasPrefix("._site") })
  }

  @Test func samePagesEachTime() throws {
    let first = try sample.page("lessons/first.html")
    try SiteBuilder(theme: sample.theme).build(
      sample.course, recordings: [CellReference(lesson: "first", cell: "train"): sample.recording], to: sample.output)
    #expect(try sample.page("lessons/first.html") == first)
  }

  /// The path from the site's root that an address on a page means.
  private func normalized(_ address: String, on page: String) -> String {
    var names = page.split(separator: "/").dropLast().map(String.init)
    for name in address.split(separator: "/") where name != "." {
      if name == ".." { names.removeLast() } else { names.append(String(name)) }
    }
    return names.joined(separator: "/")
  }
}
