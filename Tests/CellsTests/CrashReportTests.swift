import Course
import Foundation
import Testing

@testable import Cells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Swift's own report of a crash, as Swift 6.3 wrote it for the cell `crash` of `Tests/Fixtures/Cells`.
@Suite struct CrashReportTests {
  let report: String
  /// Lines 34 to 39 of the lesson.
  let cell = Cell(
    number: 3, id: "crash", file: "Lessons/cells.md", firstLine: 34, code: String(repeating: "line\n", count: 6))

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/crash-report.txt")
    report = try String(contentsOf: file, encoding: .utf8)
  }

  @Test func theInnermostLineOfTheCellIsTold() {
    #expect(CrashReport(errorOutput: report, cell: cell)?.line == 36)
  }

  /// At its top level a cell's frame has the generated file's name.
  @Test func aFrameOfTheProgramItselfCounts() {
    let topLevel = report.replacing(
      #""file": "Lessons/cells.md", "line": 36"#, with: #""file": "Other.swift", "line": 36"#)
    #expect(topLevel != report)
    #expect(CrashReport(errorOutput: topLevel, cell: cell)?.line == 39)
  }

  /// A line outside the cell is the library's, or a needed cell's.
  @Test func linesOfOthersDoNotCount() {
    var other = cell
    other.firstLine = 100
    #expect(CrashReport(errorOutput: report, cell: other)?.line == nil)
    other = cell
    other.file = "Lessons/other.md"
    #expect(CrashReport(errorOutput: report, cell: other)?.line == 39)
  }

  @Test func onlyTheCrashedThreadCounts() {
    let calm = report.replacing(#""crashed": true"#, with: #""crashed": false"#)
    #expect(CrashReport(errorOutput: calm, cell: cell) != nil)
    #expect(CrashReport(errorOutput: calm, cell: cell)?.line == nil)
  }

  /// Whatever a later Swift writes costs the line, nothing else.
  @Test(arguments: [
    "", "{ \"timestamp\"", "{ \"timestamp\": 1 }", "{ \"timestamp\": \"t\", \"kind\": \"k\", \"threads\": 3 }",
  ])
  func anotherFormHasNoLine(text: String) {
    #expect(CrashReport(errorOutput: text, cell: cell) == nil)
  }

  @Test func aFatalErrorHasItsSentence() {
    let output = "\nLessonCell/main.swift:9: Fatal error: Index out of range\u{1B}[0m\n" + report
    #expect(CrashReport.fatalMessage(in: output) == "Index out of range␛[0m")
    #expect(CrashReport.fatalMessage(in: report) == nil)
    #expect(CrashReport(errorOutput: output, cell: cell)?.line == 36)
  }
  /// A name of a frame says why, or the function of Swift's own library does in which it is.
  @Test func theInnermostFramesTellTheCause() {
    #expect(CrashReport(errorOutput: report, cell: cell)?.trap == .index)
    for (words, trap) in [
      ("Swift runtime failure: Division by zero", .divisionByZero),
      ("Swift runtime failure: arithmetic overflow", .overflow),
      ("Swift runtime failure: something new", nil),
    ] as [(String, Trap?)] {
      let other = report.replacing(#""symbol": "subscript.get""#, with: "\"symbol\": \"\(words)\"")
      #expect(CrashReport(errorOutput: other, cell: cell)?.trap == trap)
    }
    let own = report.replacing("//<compiler-generated>", with: "Lessons/cells.md")
    #expect(CrashReport(errorOutput: own, cell: cell)?.trap == nil)
  }

  @Test func aThrownErrorHasTheLineThatAloneThrowsIt() {
    let lines = "try f()\n// throw E()\nthrow Early()\nthrow E()\ntry g()\nlet text = 3"
    let cell = Cell(number: 1, id: "a", file: "a.md", firstLine: 10, code: lines)
    #expect(Trap.uncaught("E()").line(in: cell) == 13)
    #expect(Trap.uncaught("Other").line(in: cell) == nil)
    let single = Cell(number: 1, id: "a", file: "a.md", firstLine: 10, code: "let a = 3\ntry f()")
    #expect(Trap.uncaught("Other").line(in: single) == 11)
  }

  /// What a cell forges there takes the time of its bytes, and not of each with all behind it.
  @Test func whatIsForgedIsReadOnce() {
    let start = clock()
    let casts = String(repeating: "Could not cast value of type 'a' ", count: 30_000)
    #expect(Trap(errorOutput: casts, report: nil) == .unknown)
    let frames = String(repeating: "{},", count: 300_000)
    let report = CrashReport(
      errorOutput: #"{ "timestamp": 1, "kind": "k", "threads": [{"crashed": true, "frames": [\#(frames){}]}] }"#,
      cell: cell)
    #expect(report != nil)
    #expect(report?.line == nil)
    let lines = String(repeating: "a\n", count: 500_000)
    #expect(CrashReport.fatalMessage(in: lines) == nil)
    #expect(CrashReport.fatalMessage(in: lines + "x: Fatal error: no\nmore") == "no")
    // Of this process, tests beside this one among it. It would be hours.
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 60)
  }

  @Test func aCastIsFoundBehindOtherWords() {
    let words = "one\nCould not cast value of type 'Swift.Int' (0x1) to 'Swift.String' (0x2).\ntwo"
    #expect(Trap(errorOutput: words, report: nil) == .cast(from: "Int", to: "String"))
  }
}
