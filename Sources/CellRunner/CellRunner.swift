import Course
import Display
import Figures
import Foundation

/// Compiles a cell and runs it in a sandbox.
package struct CellRunner: Sendable {
  package let compiler: CellCompiler
  /// Where the reader's data sets are, for cells that use one if it is there.
  package let dataFolder: URL?
  /// Gets why a cell is about to run without a sandbox.
  private let onMissingSandbox: @Sendable (Sandbox.Absence) throws -> Void

  package init(
    compiler: CellCompiler, dataFolder: URL? = nil,
    onMissingSandbox: @escaping @Sendable (Sandbox.Absence) throws -> Void = { _ in }
  ) {
    self.compiler = compiler
    self.dataFolder = dataFolder
    self.onMissingSandbox = onMissingSandbox
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
    try await run(program, seed: seed, settings: settings, dataFolder: dataFolder, onEvent: onEvent)
  }

  private func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], dataFolder: URL?,
    onEvent: (Event) -> Void
  ) async throws {
    let runtime = try await compiler.toolchain.facts(cache: compiler.cache.folder).runtime
    // Tried out while the compiler works.
    async let sandbox = Sandbox.find(
      searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "", runtime: runtime)
    let file = try await compiler.compile(program)
    if case .none(let absence) = try await sandbox { try onMissingSandbox(absence) }
    let process = CellProcess(
      program: file, cell: program.cell, seed: seed ?? program.cell.seed, settings: settings,
      dataFolder: dataFolder, sandbox: try await sandbox, runtime: runtime)
    try await process.run { event in
      if event.cell == nil || event.cell == program.cell.id { onEvent(event.event) }
    }
  }

  /// What `program` showed when it was last recorded with this seed and these settings; `nil` where it, or what it was
  /// made from, has changed since.
  package func recorded(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:]
  ) throws(CellError) -> Recording? {
    try compiler.cache.recording(try compiler.key(of: program), of: RunVariant(seed: seed, settings: settings))
  }

  /// Runs `program` without the reader's data sets: what is published comes out the same for everybody.
  package func runAsPublished(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], onEvent: (Event) -> Void
  ) async throws {
    try await run(program, seed: seed, settings: settings, dataFolder: nil, onEvent: onEvent)
  }

  /// Runs `program`, with its own seed and settings where none are given, and keeps what it shows, as it is
  /// published.
  package func record(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:]
  ) async throws -> Recording {
    var events: [Event] = []
    try await runAsPublished(program, seed: seed, settings: settings) { events.append($0) }
    try compiler.cache.record(
      events, cell: program.cell.id, try compiler.key(of: program), of: RunVariant(seed: seed, settings: settings))
    return Recording(events)
  }
}
