import ArgumentParser
import Cells
import Course
import Events
import Figures
import Foundation
import Messages
import Terminal
import Workspace

struct Replay: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "See the last run of a cell again, step by step. Nothing is run.",
    discussion: "← and → move through the film, Home and End to its ends, space plays it, q leaves.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (program, lesson, _) = try argument.program(in: context, command: "replay")
    let cell = program.cell
    let again = "`\(context.line("run", cell, in: lesson))`"
    let runs = context.runHistory
    guard let events = try runs.events(of: cell, in: lesson) else {
      throw Failure(
        "cell \(cell.number) (\(cell.id)) has not been run yet: there is no film of it",
        help: "run it first: \(again)", status: .noInput)
    }
    let isOutdated = try runs.isOutdated(program, in: lesson)
    if isOutdated {
      context.write([Line("The cell has changed since this film was made: \(again) makes a new one.", .faint)])
    }
    var film = RunTimeline(events)
    guard context.screen.isInteractive else { return write(&film, to: context.output) }
    let watched = Interruption.watch() + [Interruption.watchWindow()]
    defer { watched.forEach { $0.cancel() } }
    var screen = FilmScreen(film, isOutdated: isOutdated, screen: context.screen, output: context.output)
    try screen.show()
  }

  /// Each frame as the sentences of what has changed in it.
  private func write(_ film: inout RunTimeline, to output: Output) {
    var former = Recording()
    var place: RunProgress?
    for frame in 0..<film.count {
      let recording = film.recording(at: frame)
      let changed = recording.items.indices.filter { index in
        index >= former.items.count || recording.changes[index] != former.changes[index]
      }
      // Behind the last step the frames alone tell one picture from the next.
      let moment = film.progress(at: frame)
      let step = moment == place ? nil : moment.map { "\($0.unit) \($0.step) of \($0.total)" }
      let head = step ?? "frame \(frame + 1) of \(film.count)"
      place = moment
      output.write(([head] + changed.map { recording.items[$0].sentence }).map { $0 + "\n" }.joined())
      former = recording
    }
  }
}
