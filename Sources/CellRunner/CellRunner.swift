import Course
import Display
import Figures
import Foundation

/// Compiles a cell and runs it in a process of its own.
package struct CellRunner: Sendable {
  package let compiler: CellCompiler
  /// Where the reader's data sets are, for cells that use one if it is there.
  package let dataFolder: URL?

  package init(compiler: CellCompiler, dataFolder: URL? = nil) {
    self.compiler = compiler
    self.dataFolder = dataFolder
  }

  /// Runs `program` to its end.
  ///
  /// - Parameters:
  ///   - seed: in place of the cell's own.
  ///   - settings: in place of what the cell's `parameter(…)` calls have.
  ///   - session: what the host says to the cell while it runs.
  ///   - explores: whether the cell shows further points when it has come to its end, until the session is closed.
  ///   - onEvent: gets what the cell shows, as it comes; what the cells that it needs show is left out.
  /// - Throws: `CellError`. Cancelling the task ends the whole process group and throws `.interrupted`.
  package func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], session: CellSession? = nil,
    explores: Bool = false, onEvent: (Event) -> Void
  ) async throws {
    try await run(
      program, seed: seed, settings: settings, dataFolder: dataFolder, session: session, explores: explores,
      onEvent: onEvent)
  }

  private func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], dataFolder: URL?,
    session: CellSession? = nil, explores: Bool = false, onEvent: (Event) -> Void
  ) async throws {
    let file = try await compiler.compile(program)
    let process = CellProcess(
      program: file, cell: program.cell, seed: seed ?? program.cell.seed, settings: settings,
      dataFolder: dataFolder, session: session, explores: explores)
    try await process.run { event in
      if event.cell == nil || event.cell == program.cell.id { onEvent(event.event) }
    }
  }

  /// What `program` showed when it was last recorded; `nil` where it, or what it was made from, has changed since.
  package func recorded(_ program: CellProgram) throws(CellError) -> Recording? {
    try compiler.cache.recording(try compiler.key(of: program))
  }

  /// Runs `program` with its own seed and settings, and keeps what it shows. A record is made without the reader's
  /// data sets: what is published comes out the same for everybody.
  package func record(_ program: CellProgram) async throws -> Recording {
    var events: [Event] = []
    try await run(program, dataFolder: nil) { events.append($0) }
    try compiler.cache.record(events, cell: program.cell.id, try compiler.key(of: program))
    return Recording(events)
  }
}
