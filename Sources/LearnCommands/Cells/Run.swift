import ArgumentParser
import Cells
import Course
import Events
import Figures
import Foundation
import Messages
import Terminal
import Workspace

struct Run: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Compile and run a cell of a lesson.",
    discussion: "For example: learn run 1.2 --set smoothing=0.5")

  @OptionGroup var choice: CellChoice

  @Option(help: ArgumentHelp("Write all that is shown into a folder, as PNG, SVG and CSV.", valueName: "folder"))
  var save: String?

  @Flag(help: "Write the event stream itself, an object of JSON a line.")
  var json = false

  @Flag(
    exclusivity: .exclusive,
    help: ArgumentHelp(
      "Go on where a stopped run of the cell left off, or start afresh. Without either it starts afresh."))
  var start: Start?

  enum Start: String, EnumerableFlag { case resume, again }

  @OptionGroup var options: CommonOptions

  /// The facts of a run that goes on, kept for when it is over.
  private final class Log {
    let film: EventFile
    /// The recording for `--save`; `nil` without it, for nothing is gathered a second time.
    private(set) var recording: Recording?
    private(set) var states = PictureStates()
    private(set) var isOutside = false
    private(set) var canBeExplored = false
    /// Whether the run was not begun in earnest: a setting was none that can be chosen.
    var isRefused = false

    init(_ film: EventFile, saves: Bool) {
      self.film = film
      recording = saves ? Recording() : nil
    }

    func add(_ event: Event) {
      film.add(event)
      recording?.add(event)
      states.add(event)
      if case .metric(let metric) = event, metric.isAsExpected == false { isOutside = true }
      if case .explore = event { canBeExplored = true }
    }
  }

  static let runsCells = true

  func run(in context: Context) async throws {
    let (program, lesson, notices) = try choice.argument.program(in: context, command: "run")
    let folder = try save.map { try SavedFigures($0) }
    let log = Log(context.runHistory.film(of: program.cell, in: lesson), saves: folder != nil)
    do {
      try await show(program, of: lesson, notices, context, log)
    } catch {
      try keep(log, program, lesson, in: folder, context)
      throw error
    }
    try keep(log, program, lesson, in: folder, context)
  }

  /// Keeps what was shown, whatever ended it: for `learn replay`, and where `--save` says.
  private func keep(_ log: Log, _ program: CellProgram, _ lesson: Lesson, in folder: SavedFigures?, _ context: Context)
    throws
  {
    guard !log.isRefused, !log.film.isEmpty else { return }
    try context.runHistory.keep(log.film, of: program, in: lesson)
    guard let folder, let save, let recording = log.recording else { return }
    let (count, sentences) = try folder.write(
      FigureFiles(recording), of: "cell \(program.cell.number) (\(program.cell.id)) of “\(lesson.title)”")
    let lines = sentences + ["\(count == 1 ? "1 file" : "\(count) files") in \(save)"]
    // What programs read is events alone.
    if json {
      context.output.error(lines.map { $0 + "\n" }.joined())
    } else {
      context.write(lines.map { Line($0, .faint) })
    }
  }

  private func show(
    _ program: CellProgram, of lesson: Lesson, _ notices: [Line], _ context: Context, _ log: Log
  ) async throws {
    let cell = program.cell, again = choice.line("run", cell, in: lesson, context)
    let settings = try choice.settings(for: program)
    let runner = try context.cellRunner(mayAsk: !json)
    let session = CellSession()
    let signals = Interruption.watch { session.close() }
    defer { signals.forEach { $0.cancel() } }
    if json { context.output.error(notices.map { $0.rendered(.none) + "\n" }.joined()) } else { context.write(notices) }
    let watched = json ? nil : TerminalDisplay(cell, of: lesson, screen: context.screen, output: context.output)
    var display: any RunDisplay = watched ?? JSONDisplay(cell: cell.id, output: context.output)
    do {
      try await show(cell, on: &display, settings: settings, log) { onEvent in
        try await runner.run(
          program, seed: choice.seed, settings: settings, resumption: start == .resume ? .required : .no,
          session: session, onStart: { watched?.begin() }, onEvent: onEvent)
      }
      display.finish()
      if !json { context.write(hints(log, cell, of: lesson, context)) }
    } catch let error as CellError where cell.expectsError && error.isOfTheCell {
      display.finish(with: error)
      // It is there to be seen, and not to be mended.
      var explanation = context.explanation(error)
      explanation.remark = nil
      let text = explanation.text
      if !json { context.write(text.split(separator: "\n").map { Line(String($0)) }) }
      return context.write(json ? [] : [Line("As it should be: this cell is there to show the error.", .faint)])
    } catch CellError.stoppedOnRequest(let moment, let isKept) {
      display.finish()
      throw CellError.stopped(at: moment, goOn: isKept ? again : nil)
    } catch CellError.tookTooLong(let seconds, _, let moment?), CellError.waitedTooLong(let seconds, _, let moment?) {
      let stop = CellError.stopped(after: seconds, at: moment, goOn: again)
      display.finish(with: stop)
      throw stop
    } catch {
      display.finish(with: error)
      guard Explanation(describing: error)?.status == .interrupted else { throw error }
      var canGoOn = false
      do {
        canGoOn = try runner.canResume(program, seed: choice.seed, settings: settings)
      } catch {
        // It was interrupted all the same.
        context.output.error(Explanation(error).warning)
      }
      guard canGoOn else { throw error }
      throw CellError.interruptedAfterKeeping(again)
    }
    guard !cell.expectsError else {
      throw Failure(
        "the cell was to end in an error, and ended well", help: "take its line `//| expect: error` away",
        status: .software)
    }
  }

  /// Returns hints at what else can be done with what was shown.
  private func hints(_ log: Log, _ cell: Cell, of lesson: Lesson, _ context: Context) -> [Line] {
    var hints: [Line] = []
    if log.isOutside, choice.seed != nil || !choice.set.isEmpty {
      hints.append(Line("What is expected is expected of the cell's own settings and seed.", .faint))
    }
    if log.canBeExplored {
      hints.append(Line("`\(choice.line("explore", cell, in: lesson, context))` moves through it.", .faint))
    }
    // A few states are seen as they come; of more, the last may have passed too fast.
    if log.states.maximum > 5 {
      hints.append(Line("`\(context.line("replay", cell, in: lesson))` shows the film, picture by picture.", .faint))
    }
    return hints
  }

  /// Shows each event; a value that cannot be chosen is told as wrong use.
  private func show(
    _ cell: Cell, on display: inout any RunDisplay, settings: [String: Float], _ log: Log,
    _ run: (_ onEvent: (CellEvent) -> Void) async throws -> Void
  ) async throws {
    var watch = SettingValidator(settings)
    var shown = display
    defer { display = shown }
    func take(_ event: Event) {
      log.add(event)
      shown.add(event)
    }
    do {
      try await run { said in
        if let needed = said.cell, !said.isOf(cell) { return shown.add(said.event, of: needed) }
        watch.passed(said.event).forEach(take)
      }
    } catch {
      guard let refused = watch.refused else { throw error }
      log.isRefused = true
      throw refused.failure
    }
  }
}
