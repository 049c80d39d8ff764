import Course
import Display
import Figures
import Foundation

/// Compiles a cell and runs it in a process of its own.
package struct CellRunner: Sendable {
  package let compiler: CellCompiler
  /// Where the reader's data sets are, for cells that use one if it is there.
  package let dataFolder: URL?

  /// Where the reader's trainings are kept.
  private let trainings: TrainingStore?

  package init(compiler: CellCompiler, dataFolder: URL? = nil, trainingFolder: URL? = nil) {
    self.compiler = compiler
    self.dataFolder = dataFolder
    trainings = trainingFolder.map { TrainingStore(folder: $0) }
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
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], resumption: Resumption = .no,
    session: CellSession? = nil, explores: Bool = false, onEvent: (Event) -> Void
  ) async throws {
    let process = CellProcess(
      program: try await compiler.compile(program), cell: program.cell, seed: seed ?? program.cell.seed,
      settings: settings, dataFolder: dataFolder,
      keeping: try keeping(program, seed: seed ?? program.cell.seed, settings, resumption), session: session,
      explores: explores)
    try await run(process, onEvent: onEvent)
  }

  private func run(_ process: CellProcess, onEvent: (Event) -> Void) async throws {
    try await process.run { event in
      if event.cell == nil || event.cell == process.cell.id { onEvent(event.event) }
    }
  }

  /// Where the trainings of this run are kept, and whether they go on from there.
  private func keeping(
    _ program: CellProgram, seed: UInt64, _ settings: [String: Float], _ resumption: Resumption
  ) throws(CellError) -> CellProcess.Keeping? {
    guard let trainings else { return nil }
    let file = try trainings.file(of: program.cell)
    let identity = TrainingStore.identity(
      key: try compiler.key(of: program), seed: seed, settings: settings,
      data: dataFolder.map { TrainingStore.fingerprint(of: $0) } ?? "")
    var resumes = resumption != .no
    do {
      if resumes { try TrainingStore.check(file, identity) }
    } catch {
      if resumption == .required { throw error }
      resumes = false
    }
    return CellProcess.Keeping(file: file, identity: identity, resumes: resumes)
  }

  /// What `program` showed when it was last recorded; `nil` where it, or what it was made from, has changed since.
  package func recorded(_ program: CellProgram) throws(CellError) -> Recording? {
    try compiler.cache.recording(try compiler.key(of: program))
  }

  /// Runs `program` with its own seed and settings, and keeps what it shows. A record is made without the reader's
  /// data sets: what is published comes out the same for everybody.
  package func record(_ program: CellProgram) async throws -> Recording {
    var events: [Event] = []
    let process = CellProcess(
      program: try await compiler.compile(program), cell: program.cell, seed: program.cell.seed)
    try await run(process) { events.append($0) }
    try compiler.cache.record(events, cell: program.cell.id, try compiler.key(of: program))
    return Recording(events)
  }
}
