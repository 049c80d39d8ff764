import Cells
import Course
import Events
import Figures
import Foundation

/// What the cells of lessons and exercises show: from the record, or by running them.
final class ExerciseRuns {
  private let context: Context
  private var runner: CellRunner?
  private var mayRun = false

  /// - Parameter runner: reads records; found when it is first needed, where none is given.
  init(context: Context, runner: CellRunner? = nil) {
    self.context = context
    self.runner = runner
  }

  /// What was recorded; `nil` where there is no record that still holds.
  func recorded(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) throws -> Recording? {
    try reader().recorded(program(run, exercise, lesson), seed: run.seed, settings: run.settings)
  }

  /// Runs the cell and keeps what it shows. A cell that is there to fail shows its error.
  func record(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) async throws -> Recording {
    try requireTrust()
    let program = try program(run, exercise, lesson)
    do {
      return try await reader().record(program, seed: run.seed, settings: run.settings)
    } catch let error as CellError where program.cell.expectsError && error.isOfTheCell {
      return Recording([.error(message: Failure(error, in: context.course.folder).firstLine, line: nil)])
    }
  }

  private func reader() throws -> CellRunner {
    let found = try runner ?? context.recordReader()
    runner = found
    return found
  }

  /// Asks for trust, once.
  private func requireTrust() throws {
    if !mayRun { try context.requireTrust(mayAsk: true) }
    mayRun = true
  }

  private func program(_ run: CellRun, _ exercise: Exercise?, _ lesson: Lesson) throws -> CellProgram {
    guard let cells = lesson.cells(for: run, of: exercise) else {
      throw Failure("no cell is called \(run.cell)", status: .noInput)
    }
    return CellProgram(cells.cell, needing: cells.needed)
  }
}
