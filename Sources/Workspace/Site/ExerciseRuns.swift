import Cells
import Course
import Events
import Messages

/// The runs of cells in lessons and exercises: from the record, or made now.
package final class ExerciseRuns {
  private let makeRunner: () throws -> CellRunner
  private let requireTrust: () throws -> Void
  private var runner: CellRunner?
  private var mayRun = false

  /// - Parameters:
  ///   - requireTrust: throws where the course's cells may not run; called once, before the first runs.
  ///   - runner: what reads the records and runs the cells; asked for when it is first needed.
  package init(requireTrust: @escaping () throws -> Void = {}, runner: @escaping () throws -> CellRunner) {
    self.requireTrust = requireTrust
    makeRunner = runner
  }

  /// Returns the recording of a run; `nil` where there is no record that still holds.
  package func recorded(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) throws -> Recording? {
    try reader().recorded(program(run, exercise, lesson), seed: run.seed, settings: run.settings)
  }

  /// Runs the cell and keeps what it shows. A cell that is there to fail shows its error.
  package func record(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) async throws -> Recording {
    if !mayRun { try requireTrust() }
    mayRun = true
    let program = try program(run, exercise, lesson)
    do {
      return try await reader().record(program, seed: run.seed, settings: run.settings)
    } catch let error as CellError where program.cell.expectsError && error.isOfTheCell {
      return Recording([.error(message: error.explanation.firstLine, line: nil)])
    }
  }

  private func reader() throws -> CellRunner {
    let found = try runner ?? makeRunner()
    runner = found
    return found
  }

  private func program(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) throws -> CellProgram {
    guard let cells = lesson.cells(for: run, of: exercise) else {
      throw Failure("no cell is called \(run.cell)", status: .noInput)
    }
    return CellProgram(cells.cell, needing: cells.needed)
  }
}
