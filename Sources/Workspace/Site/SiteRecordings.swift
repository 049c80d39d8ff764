import Cells
import Course
import Events
import Figures
import Messages
import SiteBuilder

/// The recordings of a course's cells, for its pages: from the records, or by running the cells that have none.
package struct SiteRecordings {
  private let course: Course
  private let runsNothing: Bool
  private let isTrusted: Bool

  /// The recordings that were found, and the cells left out.
  package struct Found {
    package fileprivate(set) var recordings: [CellReference: Recording] = [:]
    /// The cells that have no record, and are of a course whose cells are not trusted.
    package fileprivate(set) var leftOut: [CellReference] = []
  }

  /// - Parameters:
  ///   - runsNothing: whether records are all that is wanted.
  ///   - isTrusted: whether the course's cells may run.
  package init(of course: Course, runsNothing: Bool, isTrusted: Bool) {
    self.course = course
    self.runsNothing = runsNothing
    self.isTrusted = isTrusted
  }

  /// Finds them all.
  ///
  /// - Parameters:
  ///   - runner: what reads the records and runs the cells; asked for once, and only where there are cells.
  ///   - onRun: what is told before a cell is run: its name.
  package func find(runner: () throws -> CellRunner, onRun: (String) -> Void) async throws -> Found {
    // Without cells there is no need of a compiler.
    guard course.lessons.contains(where: { !$0.cells.isEmpty || $0.exercises.contains { !$0.runs.isEmpty } })
    else { return Found() }
    let runs: ExerciseRuns
    do {
      let runner = try runner()
      runs = ExerciseRuns { runner }
    } catch  where runsNothing {
      // Without a compiler there are no records of what it compiled, and none are asked for.
      return Found()
    }
    var found = Found()
    for wanted in wanted {
      if found.recordings[wanted.reference] == nil {
        if let recorded = try runs.recorded(wanted.reference.run, wanted.exercise, wanted.lesson) {
          found.recordings[wanted.reference] = recorded
        } else if !runsNothing, !isTrusted {
          found.leftOut.append(wanted.reference)
        } else if !runsNothing {
          onRun(wanted.name)
          found.recordings[wanted.reference] = try await runs.record(
            wanted.reference.run, wanted.exercise, wanted.lesson)
        }
      }
      // Also where the run is one that something before has asked for.
      if let exercise = wanted.exercise, let recording = found.recordings[wanted.reference] {
        try check(recording, exercise)
      }
    }
    return found
  }

  private struct Wanted {
    var reference: CellReference
    var lesson: Lesson
    var exercise: Exercise?
    var name: String
  }

  /// The lessons' cells as they stand, and what the exercises are about.
  private var wanted: [Wanted] {
    course.lessons.flatMap { lesson in
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
}
