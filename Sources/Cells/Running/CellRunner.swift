// Cells: compile, sandbox, run, resume, WebAssembly.

import Course
import Events
import Foundation

/// A runner that compiles a cell and runs it in a sandbox.
package struct CellRunner: Sendable {
  package let compiler: CellCompiler
  /// The folder of the reader's data sets, for cells that use one if it is there.
  package let dataFolder: URL?
  /// The store of the reader's trainings.
  private let trainings: TrainingStore?

  /// - Parameter trainingFolder: where what the course's cells have learned is kept; `nil` where nothing is.
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
  ///   - resumption: whether it goes on from what an earlier run has kept.
  ///   - session: what the host says to the cell while it runs.
  ///   - explores: whether the cell shows further points when it has come to its end, until the session is closed.
  ///   - onStart: is called when it is compiled.
  ///   - onEvent: gets what the cell shows, as it comes; of the cells that it needs, how far they are and where they
  ///     stop.
  /// - Throws: `CellError`. Cancelling the task ends all that the cell has started and throws `.interrupted`.
  package func run(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], resumption: Resumption = .no,
    session: CellSession? = nil, explores: Bool = false, onStart: () -> Void = {}, onEvent: (CellEvent) -> Void
  ) async throws {
    let keeping = try keeping(program, seed: seed ?? program.cell.seed, settings, resumption)
    var process = try await process(program, seed: seed, settings: settings, dataFolder: dataFolder, keeping: keeping)
    process.session = session
    process.explores = explores
    onStart()
    try await process.run { event in
      switch event.event {
      case .progress, .stopped: onEvent(event)
      default: if event.isOf(program.cell) { onEvent(event) }
      }
    }
  }

  /// Whether a run of `program` with this seed and these settings would find something to go on from. Nothing changes
  /// by asking.
  package func canResume(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:]
  ) throws(CellError) -> Bool {
    guard let trainings else { return false }
    let identity = try identity(of: program, seed: seed ?? program.cell.seed, settings)
    do {
      try TrainingStore.check(trainings.file(of: program.cell), identity)
      return true
    } catch {
      switch error {
      case .nothingKept, .cannotResume: return false
      default: throw error
      }
    }
  }

  /// The compiled program and the sandbox that it will run in.
  private func process(
    _ program: CellProgram, seed: UInt64?, settings: [String: Float], dataFolder: URL?,
    keeping: CellProcess.TrainingDestination? = nil
  ) async throws -> CellProcess {
    let file = try await compiler.compile(program)
    let sandbox = compiler.sandbox
    return CellProcess(
      program: file, cell: program.cell, seed: seed ?? program.cell.seed, settings: settings,
      // For the superuser's cells it is copied with each run: not where nothing can ask for it.
      dataFolder: program.source.contains("data") ? dataFolder : nil,
      confinement: try await sandbox.confinement, runtime: try await sandbox.targetInfo.runtime, keeping: keeping)
  }

  /// Returns the destination of this run's trainings, which says whether they go on from there; `nil` where none are
  /// kept.
  private func keeping(
    _ program: CellProgram, seed: UInt64, _ settings: [String: Float], _ resumption: Resumption
  ) throws(CellError) -> CellProcess.TrainingDestination? {
    guard let trainings else { return nil }
    let file = trainings.file(of: program.cell)
    let identity = try identity(of: program, seed: seed, settings)
    var resumes = resumption != .no
    do {
      if resumes { try TrainingStore.check(file, identity) }
    } catch {
      // A file that is damaged is told of even where it is not needed: it would be replaced.
      if case .cannotResume(_, .damaged) = error { throw error }
      if resumption == .required { throw error }
      resumes = false
    }
    try trainings.prepare(file)
    return CellProcess.TrainingDestination(file: file, identity: identity, resumes: resumes)
  }

  /// The words by which a run finds what an earlier one has kept.
  private func identity(
    of program: CellProgram, seed: UInt64, _ settings: [String: Float]
  ) throws(CellError) -> [String] {
    TrainingStore.identity(
      key: try compiler.key(of: program), seed: seed, settings: settings,
      data: dataFolder.map { TrainingStore.fingerprint(of: $0) } ?? "")
  }

  /// Returns the last recording of `program` with this seed and these settings; `nil` where it, or what it was made
  /// from, has changed since.
  package func recorded(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:]
  ) throws(CellError) -> Recording? {
    try compiler.cache.recording(try compiler.key(of: program), of: RunConfiguration(seed: seed, settings: settings))
  }

  /// Runs `program` without the reader's data sets: what is published comes out the same for everybody.
  package func runAsPublished(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:], onEvent: (Event) -> Void
  ) async throws {
    try await process(program, seed: seed, settings: settings, dataFolder: nil).run { event in
      if event.isOf(program.cell) { onEvent(event.event) }
    }
  }

  /// Runs `program` as it is published, with its own seed and settings where none are given, and keeps what it shows.
  package func record(
    _ program: CellProgram, seed: UInt64? = nil, settings: [String: Float] = [:]
  ) async throws -> Recording {
    var events: [Event] = []
    try await runAsPublished(program, seed: seed, settings: settings) { events.append($0) }
    try compiler.cache.record(
      events, cell: program.cell.id, try compiler.key(of: program), of: RunConfiguration(seed: seed, settings: settings)
    )
    return Recording(events)
  }
}
