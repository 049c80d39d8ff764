import ArgumentParser
import CellRunner
import Course
import Display
import Figures
import Foundation
import Terminal

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile and run a cell of a lesson.",
    discussion: "For example: learn run cell 2 --set smoothing=0.5")

  @OptionGroup var choice: CellChoice

  @Flag(help: "Write the event stream itself, an object of JSON a line.")
  var json = false

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "Go on where a stopped run of the cell left off, or start afresh. Without either it starts afresh."))
  var start: Start?

  enum Start: String, EnumerableFlag { case resume, again }

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let (program, _) = try choice.program(in: app, command: "run")
    let cell = program.cell
    let settings = try choice.settings(for: program)
    let runner = try app.cellRunner(mayAsk: !json)
    let session = CellSession()
    let watched = Interruption.watch { session.close() }
    defer { watched.forEach { $0.cancel() } }
    var display: any RunDisplay = json ? JSONDisplay(cell: cell.id) : TerminalDisplay(screen: app.screen)
    do {
      try await show(on: &display, settings: settings) { onEvent in
        try await runner.run(
          program, seed: choice.seed, settings: settings, resumption: start == .resume ? .required : .no,
          session: session, onEvent: onEvent)
      }
      display.finish()
    } catch let error as CellError where cell.expectsError && error.isOfTheCell {
      display.finish(with: error)
      if !json { app.write(Failure(error, in: app.course.folder).text.split(separator: "\n").map { Line(String($0)) }) }
      return app.write(json ? [] : [Line("As it should be: this cell is there to show the error.", .faint)])
    } catch CellError.stoppedOnRequest(let step, let total, let isKept) {
      display.finish()
      throw Failure(stoppedAt: step, of: total, goOn: isKept ? choice.line("run") : nil)
    } catch {
      display.finish(with: error)
      throw Failure(error, in: app.course.folder)
    }
    guard !cell.expectsError else {
      throw Failure(
        "the cell was to end in an error, and ended well", help: "take its line `//| expect: error` away",
        status: .software)
    }
  }

  /// Shows each event; a value outside its range is told as wrong use.
  private func show(
    on display: inout any RunDisplay, settings: [String: Float],
    _ run: (_ onEvent: (Event) -> Void) async throws -> Void
  ) async throws {
    var refused: Setting?
    var shown = display
    defer { display = shown }
    do {
      try await run { event in
        if case .parameter(let setting) = event, settings[setting.name] != nil,
          !setting.range.contains(setting.value)
        {
          refused = setting
        }
        shown.add(event)
      }
    } catch {
      guard let refused else { throw error }
      throw Failure(
        "\(refused.name) cannot be \(Figure.text(refused.value))",
        help: "choose from \(Figure.text(refused.range.lowerBound)) to \(Figure.text(refused.range.upperBound))",
        status: .usage)
    }
  }
}
