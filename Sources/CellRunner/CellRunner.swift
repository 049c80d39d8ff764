import Course
import Display
import Figures
import Foundation

/// Compiles a cell and runs it in a process of its own.
package struct CellRunner: Sendable {
  package let compiler: CellCompiler

  package init(compiler: CellCompiler) {
    self.compiler = compiler
  }

  /// Runs `program` to its end.
  ///
  /// - Parameters:
  ///   - seed: in place of the cell's own.
  ///   - settings: in place of what the cell's `parameter(…)` calls have.
  ///   - onEvent: gets what the cell shows, as it comes; what the cells that it needs show is left out.
  /// - Throws: `CellError`. Cancelling the task ends the whole process group and throws `.interrupted`.
  package func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], onEvent: (Event) -> Void
  ) async throws {
    let file = try await compiler.compile(program)
    let process = CellProcess(
      program: file, cell: program.cell, seed: seed ?? program.cell.seed, settings: settings)
    try await process.run { event in
      if event.cell == nil || event.cell == program.cell.id { onEvent(event.event) }
    }
  }

  /// What `program` showed when it was last recorded; `nil` where it, or what it was made from, has changed since.
  package func recorded(_ program: CellProgram) throws(CellError) -> Recording? {
    try compiler.cache.recording(try compiler.key(of: program))
  }

  /// Runs `program` with its own seed and settings, and keeps what it shows.
  package func record(_ program: CellProgram) async throws -> Recording {
    var events: [Event] = []
    try await run(program) { events.append($0) }
    try compiler.cache.record(events, cell: program.cell.id, try compiler.key(of: program))
    return Recording(events)
  }
}
