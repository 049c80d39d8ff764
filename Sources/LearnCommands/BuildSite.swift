import ArgumentParser
import CellRunner
import Course
import Display
import Figures
import Foundation
import SiteBuilder
import Terminal

struct BuildSite: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Export the course as static HTML.",
    discussion: """
      Cells that were not run since they changed are run first, and what they show is recorded. The pages need no \
      server and no JavaScript.
      """)

  @Option(name: [.long, .short], help: "The folder to write; it is made, or replaced where it holds an earlier site.")
  var output = "_site"

  @Flag(help: "Run nothing: a cell without a record is shown as code alone.")
  var noRun = false

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    guard app.course.problems.isEmpty else { throw Failure(app.course.problems, in: app.course.folder) }
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    let recordings = try await recordings(app)
    let folder = URL(filePath: output, directoryHint: .isDirectory)
    let pages = try SiteBuilder(theme: app.theme()).build(app.course, recordings: recordings, to: folder)
    let index = folder.appending(path: "index.html").standardizedFileURL.path
    app.write([Line("\(pages) pages written. Open \(index) in a browser.")])
  }

  /// Which cells of a course that is not trusted are shown without what they do.
  private func tell(_ leftOut: [CellReference], _ app: App) throws {
    guard !leftOut.isEmpty else { return }
    let failure = Failure(untrusted: app.course, hasChanged: try app.trust() == .changed)
    let names = leftOut.map { "\($0.lesson)/\($0.run.cell)" }.joined(separator: ", ")
    Output.complain("warning: \(failure.message)\n")
    Output.complain("These cells have no record and are shown as code alone: \(names)\n")
    Output.complain("help: \(failure.help ?? "")\n")
  }

  private func recordings(_ app: App) async throws -> [CellReference: Recording] {
    var recordings: [CellReference: Recording] = [:]
    // Without cells there is no need of a compiler.
    guard app.course.lessons.contains(where: { !$0.cells.isEmpty || $0.exercises.contains { !$0.runs.isEmpty } })
    else { return [:] }
    let runner: CellRunner
    let isTrusted = try app.isTrusted()
    var leftOut: [CellReference] = []
    do {
      runner = try app.recordReader()
    } catch  where noRun {
      // Without a compiler there are no records of what it compiled, and none are asked for.
      return [:]
    }
    for lesson in app.course.lessons {
      for cell in lesson.cells {
        let program = CellProgram(cell, needing: lesson.needed(by: cell))
        let reference = CellReference(lesson: lesson.id, cell: cell.id)
        do {
          if let recorded = try runner.recorded(program) {
            recordings[reference] = recorded
          } else if !noRun, !isTrusted {
            leftOut.append(reference)
          } else if !noRun {
            app.write([Line("Running cell \(cell.number) of lesson \(lesson.number) · \(cell.id)", .faint)])
            recordings[reference] = try await runner.record(program)
          }
        } catch let error as CellError where cell.expectsError && error.isOfTheCell {
          let failure = Failure(error, in: app.course.folder)
          recordings[reference] = Recording([.error(message: failure.firstLine, line: nil)])
        } catch {
          throw Failure(error, in: app.course.folder)
        }
      }
      for exercise in lesson.exercises {
        for run in exercise.runs {
          let reference = CellReference(lesson: lesson.id, run: run)
          guard recordings[reference] == nil else { continue }
          recordings[reference] = try await record(run, of: exercise, lesson, runner, app)
        }
      }
    }
    try tell(leftOut, app)
    return recordings
  }

  /// What an exercise's run showed; `nil` where there is no record and nothing is to run.
  private func record(
    _ run: CellRun, of exercise: Exercise, _ lesson: Lesson, _ runner: CellRunner, _ app: App
  ) async throws -> Recording? {
    let runs = ExerciseRuns(app: app, runner: runner)
    if let recorded = try runs.recorded(run, exercise, lesson) { return recorded }
    guard !noRun, try app.isTrusted() else { return nil }
    app.write([Line("Running the cell \(run.cell) of the exercise \(exercise.id)", .faint)])
    do {
      let recording = try await runs.record(run, exercise, lesson)
      try Self.check(recording, exercise)
      return recording
    } catch {
      throw Failure(error, in: app.course.folder)
    }
  }

  /// A figure that the prediction asks for has to be there, and one of its options has to hold.
  static func check(_ recording: Recording, _ exercise: Exercise) throws {
    guard case .predict(let prediction) = exercise.content else { return }
    let place = "\(exercise.file):\(exercise.line)"
    guard let metric = recording.metric(prediction.metric), metric.value.isFinite else {
      throw Failure(
        "\(place): the cell shows no figure “\(prediction.metric)”", help: "name a metric that the cell shows",
        status: .data)
    }
    guard case .choice(let options) = prediction.answer,
      !options.contains(where: { $0.range.contains(metric.value) })
    else { return }
    throw Failure(
      "\(place): no option has the figure \(metric.valueText)", help: "widen a range, or add an option",
      status: .data)
  }
}
