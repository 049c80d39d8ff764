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

  @Argument(help: ArgumentHelp("The cell's number or id; the word `cell` may stand before it.", valueName: "cell"))
  var words: [String]

  @Option(help: "The lesson's number or id, in place of the one that you are at.")
  var lesson: String?

  @Option(help: "A seed, in place of the cell's own.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Set what the cell declares with `parameter`.", valueName: "name=value"))
  var set: [String] = []

  @Flag(help: "Write the event stream itself, an object of JSON a line.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let lesson = try lesson.map { try app.lesson(named: $0) } ?? app.lessonAtHand()
    let cell = try lesson.cell(named: try cellName())
    let settings = try parseSettings()
    let program = CellProgram(cell, needing: lesson.needed(by: cell))
    try check(settings, for: program)
    let runner = try app.cellRunner(mayAsk: !json)
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    var display: any RunDisplay = json ? JSONDisplay(cell: cell.id) : TerminalDisplay(screen: app.screen)
    do {
      try await show(on: &display, settings: settings) { onEvent in
        try await runner.run(program, seed: seed, settings: settings, onEvent: onEvent)
      }
      display.finish()
    } catch let error as CellError where cell.expectsError && error.isOfTheCell {
      display.finish(with: error)
      if !json { app.write(Failure(error, in: app.course.folder).text.split(separator: "\n").map { Line(String($0)) }) }
      return app.write(json ? [] : [Line("As it should be: this cell is there to show the error.", .faint)])
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

  private func cellName() throws -> String {
    let names = words.first == "cell" ? Array(words.dropFirst()) : words
    guard names.count == 1 else {
      throw Failure("name one cell", help: "for example `learn run cell 1`", status: .usage)
    }
    return names[0]
  }

  private func parseSettings() throws -> [String: Float] {
    var settings: [String: Float] = [:]
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Float(parts[1]), value.isFinite else {
        throw Failure(
          "`--set \(text)` is no name and number", help: "for example `--set smoothing=0.5`", status: .usage)
      }
      settings[String(parts[0])] = value
    }
    return settings
  }

  /// A setting that the cell does not declare is told before anything runs.
  private func check(_ settings: [String: Float], for program: CellProgram) throws {
    guard let declared = program.parameterNames else { return }
    for name in settings.keys.sorted() where !declared.contains(name) {
      let known = declared.isEmpty ? "it has none" : "it has: " + declared.joined(separator: ", ")
      throw Failure(
        "the cell has no parameter called \(name)",
        help: Suggestion.closest(to: name, in: declared).map { "did you mean \($0)?" } ?? known, status: .usage)
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
