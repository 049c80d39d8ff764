import ArgumentParser
import Cells
import Course
import Foundation
import Messages
import SiteBuilder
import Terminal
import Workspace

struct Verify: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run a course’s cells again, and compare them with what was published.",
    discussion: """
      Each cell is run with its own seed and settings, in the terminal and, in Node, as a browser runs it. The two must \
      come to the same digest: that of all they show and learn, to the bit. It must also be the one in \
      \(DigestFile.path), and with --site the one on the pages. A cell must come to its end, too, unless it says \
      `//| expect: error`. Ends with status 70 where anything differs.
      """)

  @Argument(help: "The lesson's number or id; without it, all lessons.")
  var lesson: String?

  @Flag(help: ArgumentHelp("Write the digests to \(DigestFile.path)."))
  var record = false

  @Option(help: ArgumentHelp("Compare with this site, as build-site wrote it.", valueName: "folder"))
  var site: String?

  @OptionGroup var options: CommonOptions

  static let runsCells = true

  func run(in context: Context) async throws {
    let lessons =
      try lesson.map { [try context.lesson(named: $0)] } ?? context.course.lessons.map { try context.sound($0) }
    var file = try DigestFile(of: context.course, isToBeWritten: record)
    let published = try site.map { try Outputs(site: URL(filePath: $0, directoryHint: .isDirectory)).digests }
    let native = try context.cellRunner()
    let browser = try browserRunner(context)
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    var found: [CellReference: String] = [:]
    var differing = 0
    for lesson in lessons {
      for cell in lesson.cells {
        let reference = CellReference(lesson: lesson.id, cell: cell.id)
        let program = CellProgram(cell, needing: lesson.needed(by: cell))
        var verdict = try await verdict(program, native, browser)
        if !record {
          // A lesson alone may have been recorded.
          let isExpected = file.exists && self.lesson == nil
          verdict.compare(with: file.digests[reference], in: DigestFile.path, isExpected: isExpected)
        }
        if let published {
          // Pages show the digests of runs that ended well.
          let isExpected = verdict.terminal.seconds != nil
          verdict.compare(with: published[reference], in: "the site", isExpected: isExpected)
        }
        if !verdict.differences.isEmpty { differing += 1 }
        found[reference] = verdict.terminal.digest
        context.write(verdict.lines(name: "\(lesson.number).\(cell.number) \(cell.id)"))
      }
    }
    guard differing == 0 else {
      throw Failure(
        "\(differing) of \(found.count) cells differ" + (record ? "; nothing was recorded" : ""),
        help: "where a cell was changed on purpose: `learn verify --record`", status: .software)
    }
    if record {
      try file.record(found, course: context.course)
      context.write([Line("\(found.count) digests written to \(DigestFile.path).")])
    }
  }

  /// `nil`, and a sentence, where there is no Node.
  private func browserRunner(_ context: Context) throws -> WebAssemblyRunner? {
    do {
      return try context.webAssemblyRunner()
    } catch WebAssemblyError.noNode {
      context.output.error("There is no Node on the search path: cells are run in the terminal alone.\n")
      return nil
    }
  }

  private func verdict(
    _ program: CellProgram, _ native: CellRunner, _ browser: WebAssemblyRunner?
  ) async throws -> Verdict {
    // Without the reader's data sets, as what is published was made.
    let terminal = try await CellOutcome(of: program.cell) { try await native.runAsPublished(program, onEvent: $0) }
    guard let browser else { return Verdict(program.cell, terminal: terminal, browser: nil) }
    let other = try await CellOutcome(of: program.cell) { try await browser.run(program, onEvent: $0) }
    return Verdict(program.cell, terminal: terminal, browser: other)
  }
}

/// The outcomes of one cell, compared with one another and with the record.
private struct Verdict {
  let terminal: CellOutcome
  let browser: CellOutcome?
  /// The places where the cell gave the same result.
  private var places: [String]
  private(set) var differences: [String] = []

  init(_ cell: Cell, terminal: CellOutcome, browser: CellOutcome?) {
    self.terminal = terminal
    self.browser = browser
    places = browser == nil ? ["terminal"] : ["terminal", "browser"]
    guard let browser, let difference = CellOutcome.difference(terminal: terminal, browser: browser) else {
      switch (terminal.seconds, cell.expectsError) {
      case (nil, false):
        differences = [terminal.ending, "a cell that is there to fail begins with `//| expect: error`"]
      case (_?, true):
        differences = ["it was to end in an error, and ended well: take its line `//| expect: error` away"]
      case (nil, true), (_?, false): break
      }
      return
    }
    let words: String
    switch difference {
    case .sentence(let sentence):
      differences = [sentence]
      return
    case .words(let terminal, let browser):
      differences = ["in the terminal: \(terminal)", "in a browser:    \(browser)"]
      words = browser
    }
    if let range = words.range(of: CellOutcome.placeholder) {
      // What stands in front of the value is in the code, too.
      let place = cell.place(of: words[..<range.lowerBound].suffix(12) + "\\(")
      differences.append(
        (place.map { "\(cell.file):\($0.line):\($0.column): " } ?? "")
          + "a browser prints text and numbers; say the parts of any other value one by one")
    }
  }

  /// - Parameter isExpected: whether it should be there.
  mutating func compare(with digest: String?, in place: String, isExpected: Bool) {
    guard let digest else {
      if isExpected { differences.append("now \(terminal.digest), not recorded in \(place)") }
      return
    }
    if digest == terminal.digest { return places.append(place) }
    differences.append("now \(terminal.digest), in \(place) \(digest)")
  }

  func lines(name: String) -> [Line] {
    let times = [(terminal, "terminal"), (browser, "browser")].compactMap { outcome, place in
      outcome?.seconds.map { String(format: "%.1f s in the \(place)", $0) }
    }.joined(separator: ", ")
    let head = name + String(repeating: " ", count: max(1, 28 - name.count))
    guard !differences.isEmpty else {
      return [
        Line([
          Span("✓ ", .colour(.green)), Span(head), Span("same: \(terminal.digest) "),
          Span("in " + places.joined(separator: ", ") + (times.isEmpty ? "" : "; \(times)"), .faint),
        ])
      ]
    }
    return [Line([Span("✗ ", .colour(.red)), Span(head), Span("differs", .bold)])]
      + differences.map { Line("    " + $0) }
  }
}
