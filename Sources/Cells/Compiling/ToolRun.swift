import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A run of a compiler, a linker or another program whose output is collected, in the sandbox. All that it starts ends
/// with it, and with us.
struct ToolRun {
  /// The steps that end a process group: it is asked first, then killed.
  static let teardown: [TeardownStep] = [
    .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
  ]

  let isSuccess: Bool
  /// The resource that the tool exceeded, where that ended it.
  let excess: CellError.Excess?
  /// The tool's standard output and standard error, without the path of its folder.
  let output: String
  /// The folder that the tool wrote its files to.
  let folder: OutputFolder?
  /// The folder of this machine, where it is one, held as long as it is wanted.
  private let scratch: RemovedAtEnd?

  /// - Parameter wallSeconds: how long it may last.
  /// - Throws: `CellError.interrupted` where the task was cancelled, `.cannotStart`, `.cannotWrite`.
  init(_ program: SandboxedProgram, in confinement: Confinement, wallSeconds: Int) async throws(CellError) {
    let launch = try confinement.launch(program)
    scratch = RemovedAtEnd(scratch: launch.scratch)
    defer { launch.group?.remove() }
    do {
      let outcome = try await Self.run(launch, wallSeconds: wallSeconds)
      if Task.isCancelled { throw CellError.interrupted }
      excess = Self.excess(outcome, launch)
      isSuccess = excess == nil && outcome.status.isSuccess
      // Where it worked says nothing to anybody.
      output = launch.outputPath.map { outcome.output.replacing($0 + "/", with: "") } ?? outcome.output
      folder = outcome.folder
    } catch let error as CellError {
      throw error
    } catch {
      throw Task.isCancelled ? .interrupted : .cannotStart(path: launch.executable.path, reason: "\(error)")
    }
  }

  private struct Outcome {
    let status: TerminationStatus
    let output: String
    let folder: OutputFolder?
    let cause: CellSupervisor.Cause?
  }

  private static func run(_ launch: Sandbox.Launch, wallSeconds: Int) async throws -> Outcome {
    var platform = PlatformOptions()
    platform.createSession = true
    platform.teardownSequence = teardown
    let environment: Environment =
      launch.isNamespace
      ? .custom(launch.environment.keyed) : .inherit.updating(launch.environment.keyed.mapValues { $0 })
    let result = try await Subprocess.run(
      .path(FilePath(launch.executable.path)), arguments: Arguments(launch.arguments), environment: environment,
      workingDirectory: launch.workingFolder.map { FilePath($0.path) }, platformOptions: platform,
      input: .inputWriter, output: .sequence, error: .combinedWithOutput
    ) { execution -> (output: String, folder: OutputFolder?, cause: CellSupervisor.Cause?) in
      let supervisor = CellSupervisor(
        group: execution.processIdentifier.value, launch: launch, limit: TimeLimit(wallSeconds: wallSeconds))
      let supervision = Task { try await supervisor.supervise() }
      defer {
        supervision.cancel()
        supervisor.kill()
      }
      return try await withTaskCancellationHandler {
        let folder = try await launch.openOutput(below: execution.processIdentifier.value)
        let writer = execution.standardInputWriter
        // One that has ended meanwhile does not listen: how it ended is told below.
        if launch.waitsForLine { do { _ = try await writer.write("\n") } catch {} }
        try await writer.finish()
        var bytes: [UInt8] = []
        for try await buffer in execution.standardOutput where bytes.count < Limits.compilerMessages {
          buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return (String(decoding: bytes, as: UTF8.self), folder, supervisor.terminationCause)
      } onCancel: {
        supervisor.kill()
      }
    }
    return Outcome(
      status: result.terminationStatus, output: result.closureResult.output, folder: result.closureResult.folder,
      cause: result.closureResult.cause)
  }

  /// Returns the resource that the tool exceeded, where that ended it.
  private static func excess(_ outcome: Outcome, _ launch: Sandbox.Launch) -> CellError.Excess? {
    switch outcome.cause {
    case .outOfTime, .waitedTooLong:
      // One that had ended well was not ended.
      if !outcome.status.isSuccess { return .time }
    case .took(let excess): return excess
    case nil: break
    }
    if outcome.status.isSuccess { return nil }
    if launch.group?.wasExceeded == true { return .memory }
    switch CellError.StopReason.signal(of: outcome.status, launch) {
    case SIGXCPU?: return .time
    case SIGXFSZ?: return .room
    case SIGKILL?: return .memory
    case nil: return nil
    default:
      let words = ["out of memory", "bad_alloc", "failed to allocate"]
      return words.contains { outcome.output.contains($0) } ? .memory : nil
    }
  }
}

/// A folder of this machine that goes when nobody wants it any more.
private final class RemovedAtEnd: Sendable {
  let scratch: Scratch

  init?(scratch: Scratch?) {
    guard let scratch else { return nil }
    self.scratch = scratch
  }

  deinit { scratch.remove() }
}

extension Sandbox.Launch {
  /// The folder that the program writes to; `nil` where it has none, or has ended before it had one.
  func openOutput(below process: pid_t) async throws(CellError) -> OutputFolder? {
    guard let outputPath else { return nil }
    if isNamespace { return await OutputFolder.open(outputPath, below: process) }
    return try OutputFolder(URL(filePath: outputPath))
  }
}

extension [String: String] {
  /// The variables in the form that `Subprocess` takes; names that it does not accept are left out.
  var keyed: [Environment.Key: String] {
    reduce(into: [:]) { result, pair in
      if let key = Environment.Key(rawValue: pair.key) { result[key] = pair.value }
    }
  }
}
