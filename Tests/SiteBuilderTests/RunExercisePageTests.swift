import Events
import Figures
import Foundation
import Testing

@testable import Course
@testable import SiteBuilder

/// Gaps, listings and what cells showed, on a page.
@Suite struct RunExercisePageTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "learn-runs-\(UUID().uuidString)")

  /// The first lesson's page of the fixture, with these figures.
  func page(_ recordings: [CellReference: Recording]) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let course = CourseReader.read(tests.appending(path: "Fixtures/Sound", directoryHint: .isDirectory))
    #expect(course.problems == [])
    let theme = tests.deletingLastPathComponent().appending(path: "site", directoryHint: .isDirectory)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    try SiteBuilder(theme: theme).build(course, recordings: recordings, to: folder)
    return try String(contentsOf: folder.appending(path: "lessons/first.html"), encoding: .utf8)
  }

  func recording(_ metric: String, _ value: Float) -> Recording {
    Recording([.metric(Metric(name: metric, value: value))])
  }

  @Test func answersAreThoseOfTheRuns() throws {
    let html = try page([
      CellReference(lesson: "first", run: CellRun(cell: "sum", settings: ["factor": 2])): recording("sum", 20),
      CellReference(lesson: "first", cell: "largest"): recording("largest number", 4),
      CellReference(lesson: "first", cell: "rising"): Recording([
        .text("a secret"), .series(Series(name: "loss", x: [0, 1], y: [1, 2])),
      ]),
    ])
    #expect(html.contains("<b>20 ± 2.</b> <p>Twice ten.</p>"))
    #expect(html.contains("<b>Yes.</b> <p>largest number: 4.</p><p>It is the last one.</p>"))
    #expect(html.contains("<figcaption>loss: a curve of 2 points"))
    #expect(!html.contains("a secret"), "only the curve is to be diagnosed")
    #expect(html.contains("What was run"))
    #expect(html.contains("<b>Yes.</b> <p>Each step goes uphill.</p>"))
  }

  @Test func wordsAndLinesAreReadable() throws {
    let html = try page([:])
    #expect(html.contains("<strong>(1) ____</strong>"))
    #expect(html.contains("<b>label, or class, or y.</b> <p>It comes out.</p>"))
    #expect(html.contains("<b>does not belong.</b> <p>The last one would be left.</p>"))
    let lines = html.matches(of: /<li><pre class="code">/).count
    #expect(lines == 6)
  }

  /// Nobody can say which option is right without the figure.
  @Test func withoutARunTheAnswerIsNotMadeUp() throws {
    let html = try page([:])
    #expect(html.matches(of: /The cell was not run when this page was made/).count == 2)
    #expect(!html.contains("20 ±"))
  }
}
