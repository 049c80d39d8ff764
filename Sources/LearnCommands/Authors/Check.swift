import ArgumentParser
import Cells
import Course
import DataLibrary
import Foundation
import Messages
import SiteBuilder
import Terminal

struct Check: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with a course's files, and where.",
    discussion: """
      Reads course.yml, lessons, exercises, cards and a theme of the course's own. With --cells every cell is compiled, \
      too, for the terminal and for the reader's browser, in the sandbox; nothing is run. Ends with status 65 where there \
      is anything to mend.
      """)

  @Flag(help: "Compile every cell, for the terminal and for browsers.")
  var cells = false

  @OptionGroup var options: CommonOptions

  /// The number of bytes that a cell may have on its way to a reader, compressed by gzip.
  static let largestCell = 100_000

  func run(in context: Context) async throws {
    guard context.course.problems.isEmpty else { throw Problems(context.course.problems) }
    // The bundled theme is none of the author's files.
    if context.course.files.has("site/templates") { _ = try SiteBuilder(theme: context.theme()) }
    var summary = Self.summary(context.course)
    if cells { summary += "; " + (try await checkCells(context)) }
    context.write([Line("\(context.course.title): \(summary). Nothing to mend.")])
  }

  private static func summary(_ course: Course) -> String {
    func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
    return [
      count(course.lessons.count, "lesson"), count(course.lessons.reduce(0) { $0 + $1.cells.count }, "cell"),
      count(course.lessons.reduce(0) { $0 + $1.exercises.count }, "exercise"),
    ].joined(separator: ", ")
  }

  /// - Returns: what the cells weigh.
  private func checkCells(_ context: Context) async throws -> String {
    // A compiler is a large program, and what it reads is a stranger's.
    if case .none = try await context.cellSandbox().probe.confinement.sandbox { try context.requireTrust(mayAsk: true) }
    let terminal = try context.recordReader().compiler
    let browser = try context.webAssemblyCompiler()
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    var faults: [Fault] = []
    var largest = 0
    for lesson in context.course.lessons {
      for cell in lesson.cells {
        let program = CellProgram(cell, needing: lesson.needed(by: cell))
        do {
          _ = try await terminal.compile(program)
          let size = try Gzip.compressedSize(of: Data(contentsOf: try await browser.compile(program)))
          largest = max(largest, size)
          if size > Self.largestCell { faults.append(Self.tooLarge(cell, size)) }
        } catch let error as CellError where error.isOfTheCell {
          if !cell.expectsError { faults += context.explanation(error).faults }
        } catch WebAssemblyError.unsupported(let messages) {
          // A cell that is there to fail may fail in a browser, too.
          if !cell.expectsError { faults += context.explanation(WebAssemblyError.unsupported(messages)).faults }
        }
      }
      faults += try await faultyExercises(of: lesson, terminal, context)
    }
    guard faults.isEmpty else {
      let told = faults.prefix(Problem.mostTold)
      throw Failure(Explanation(Array(told), rest: faults.count - told.count, isList: true, status: .data))
    }
    return "the largest cell takes \(ByteCount.text(largest)) to a reader"
  }

  /// Cells of exercises run where the course is built or practised, and in no browser.
  private func faultyExercises(of lesson: Lesson, _ compiler: CellCompiler, _ context: Context) async throws -> [Fault]
  {
    var faults: [Fault] = []
    for exercise in lesson.exercises {
      for cell in exercise.cells {
        guard let cells = lesson.cells(for: CellRun(cell: cell.id), of: exercise) else { continue }
        do {
          _ = try await compiler.compile(CellProgram(cells.cell, needing: cells.needed))
        } catch let error as CellError where error.isOfTheCell {
          if !cell.expectsError { faults += context.explanation(error).faults }
        }
      }
    }
    return faults
  }

  private static func tooLarge(_ cell: Cell, _ size: Int) -> Fault {
    Fault(
      "in a browser the cell takes \(ByteCount.text(size)) compressed, more than \(ByteCount.text(largestCell))",
      at: SourcePlace(cell.file, line: cell.firstLine, isShown: false),
      help: "do less in one cell, or with fewer kinds of collection: each is compiled for each type that it holds")
  }
}
