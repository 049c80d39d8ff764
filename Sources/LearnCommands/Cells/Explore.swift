import ArgumentParser
import Cells
import Course
import Events
import Figures
import Foundation
import Messages
import Terminal

struct Explore: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Move through what a cell's model has learned.",
    discussion: """
      On a terminal the arrow keys move; piped, each line of standard input is a point: learn explore 3.1 < points
      """)

  @OptionGroup var choice: CellChoice

  @Flag(help: "Write the event stream itself, an object of JSON a line.")
  var json = false

  @Flag(help: "Train again, though the model of an earlier run is kept.")
  var again = false

  @OptionGroup var options: CommonOptions

  static let runsCells = true

  func run(in context: Context) async throws {
    let (program, lesson, notices) = try choice.argument.program(in: context, command: "explore")
    guard program.cell.isExplorable else { throw Self.nothingToExplore(program.cell, lesson, in: context) }
    let settings = try choice.settings(for: program)
    let runner = try context.cellRunner(mayAsk: context.screen.isInteractive && !json)
    let session = CellSession()
    let watched = Interruption.watch { session.close() }
    defer { watched.forEach { $0.cancel() } }
    if !json { context.write(notices) }
    var watch = SettingValidator(settings)
    let conversation = ExploreConversation(
      program.cell, of: lesson, screen: context.screen, output: context.output, session: session, json: json)
    do {
      try await runner.run(
        program, seed: choice.seed, settings: settings, resumption: again ? .no : .ifPossible, session: session,
        explores: true, onStart: { conversation.begin() }
      ) { said in
        if let needed = said.cell, !said.isOf(program.cell) { return conversation.add(said.event, of: needed) }
        watch.passed(said.event).forEach(conversation.add)
      }
      conversation.finish()
    } catch CellError.interrupted where conversation.hasLeft {
      conversation.finish()
    } catch CellError.stoppedOnRequest(let moment, let isKept) {
      conversation.finish()
      throw CellError.stopped(at: moment, goOn: isKept ? choice.line("run", program.cell, in: lesson, context) : nil)
    } catch CellError.tookTooLong(let seconds, _, let moment?), CellError.waitedTooLong(let seconds, _, let moment?) {
      conversation.finish()
      throw CellError.stopped(after: seconds, at: moment, goOn: choice.line("run", program.cell, in: lesson, context))
    } catch {
      conversation.finish()
      throw watch.refused?.failure ?? error
    }
  }

  /// Returns the error of a cell that cannot be explored, which names those that can.
  private static func nothingToExplore(_ cell: Cell, _ lesson: Lesson, in context: Context) -> Failure {
    let all = context.course.lessons.flatMap { lesson in
      lesson.cells.filter(\.isExplorable).map { (lesson: lesson, cell: $0) }
    }
    let here = all.filter { $0.lesson.id == lesson.id }.map { "\($0.cell.number) (\($0.cell.id))" }
    let elsewhere = all.filter { $0.lesson.id != lesson.id }.map { context.line("explore", $0.cell, in: $0.lesson) }
    let help =
      if !here.isEmpty {
        "in this lesson there is: " + here.joined(separator: ", ")
      } else if !elsewhere.isEmpty {
        "there is: " + elsewhere.map { "`\($0)`" }.joined(separator: ", ")
      } else {
        "no cell of this course has one; a cell gets one by `explore`"
      }
    return Failure("cell \(cell.number) (\(cell.id)) has nothing to explore", help: help, status: .noInput)
  }
}

extension Cell {
  /// Whether its code calls `explore`.
  var isExplorable: Bool {
    SwiftTokenizer.tokens(code).contains { $0.kind == .call && $0.text == "explore" }
  }
}
