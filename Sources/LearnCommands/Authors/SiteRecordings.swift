import Cells
import Course
import Events
import Figures
import Foundation
import SiteBuilder
import Terminal

/// What the cells of a course showed, for its pages: from the records, or by running what has none.
struct SiteRecordings {
  private let context: Context
  private let runsNothing: Bool

  init(_ context: Context, runsNothing: Bool) {
    self.context = context
    self.runsNothing = runsNothing
  }

  func all() async throws -> [CellReference: Recording] {
    // Without cells there is no need of a compiler.
    guard context.course.lessons.contains(where: { !$0.cells.isEmpty || $0.exercises.contains { !$0.runs.isEmpty } })
    else { return [:] }
    let runs: ExerciseRuns
    do {
      runs = ExerciseRuns(context: context, runner: try context.recordReader())
    } catch  where runsNothing {
      // Without a compiler there are no records of what it compiled, and none are asked for.
      return [:]
    }
    let isTrusted = try context.isTrusted()
    var recordings: [CellReference: Recording] = [:]
    var leftOut: [CellReference] = []
    for wanted in wanted {
      if recordings[wanted.reference] == nil {
        do {
          if let recorded = try runs.recorded(wanted.reference.run, wanted.exercise, wanted.lesson) {
            recordings[wanted.reference] = recorded
          } else if !runsNothing, !isTrusted {
            leftOut.append(wanted.reference)
          } else if !runsNothing {
            context.write([Line("Running \(wanted.name)", .faint)])
            recordings[wanted.reference] = try await runs.record(wanted.reference.run, wanted.exercise, wanted.lesson)
          }
        } catch {
          throw Failure(error, in: context.course.folder)
        }
      }
      // Also where the run is one that something before has asked for.
      if let exercise = wanted.exercise, let recording = recordings[wanted.reference] {
        try check(recording, exercise)
      }
    }
    try tell(leftOut)
    return recordings
  }

  private struct Wanted {
    var reference: CellReference
    var lesson: Lesson
    var exercise: Exercise?
    var name: String
  }

  /// The lessons' cells as they stand, and what the exercises are about.
  private var wanted: [Wanted] {
    context.course.lessons.flatMap { lesson in
      lesson.cells.map { cell in
        Wanted(
          reference: CellReference(lesson: lesson.id, cell: cell.id), lesson: lesson,
          name: "cell \(cell.number) of lesson \(lesson.number) · \(cell.id)")
      }
        + lesson.exercises.flatMap { exercise in
          exercise.runs.map { run in
            Wanted(
              reference: CellReference(lesson: lesson.id, run: run), lesson: lesson, exercise: exercise,
              name: "cell \(run.cell) of the exercise \(exercise.id)")
          }
        }
    }
  }

  /// The figure that a prediction asks for has to be there, and one of its options has to hold.
  private func check(_ recording: Recording, _ exercise: Exercise) throws {
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

  /// Which cells of a course that is not trusted are shown without what they do.
  private func tell(_ leftOut: [CellReference]) throws {
    guard !leftOut.isEmpty else { return }
    let failure = Failure(untrusted: context.course, hasChanged: try context.trust() == .changed)
    let names = leftOut.map { "\($0.lesson)/\($0.run.cell)" }.joined(separator: ", ")
    Output.error("warning: \(failure.message)\n")
    Output.error("These cells have no record and are shown as code alone: \(names)\n")
    Output.error("help: \(failure.help ?? "")\n")
  }
}
