import Course
import Events
import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A run of a compiled cell, in a sandbox, a session and a process group of its own that do not outlive it.
struct CellProcess {
  /// A cell is killed by `CellSupervisor`, in the right order; this leaves it the time.
  private static let patience: [TeardownStep] = [
    .send(signal: .resume, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
  ]
  /// The number of bytes kept of a cell's standard error. They are the last, for there a crash is told.
  private static let errorOutputKept = 1 << 20

  let program: URL
  let cell: Cell
  let seed: UInt64
  let settings: [String: Float]
  /// The folder of the reader's data sets; `nil` for a run that must come out the same everywhere.
  let dataFolder: URL?
  let confinement: Confinement
  /// The folder `lib/swift` of the toolchain.
  let runtime: URL
  /// The destination of what is learned; `nil` where nothing is kept.
  var keeping: TrainingDestination?
  /// The host's words to the cell; `nil` for a run to its end.
  var session: CellSession?
  /// Whether the cell waits for points to show when it has come to its end.
  var explores = false

  struct TrainingDestination {
    /// The file outside the sandbox, where the cell cannot write: what it keeps inside is copied here.
    let file: URL
    let identity: [String]
    let resumes: Bool
  }

  /// A reader may look around for as long as they like.
  private static let secondsToExplore = 86_400

  /// Runs to the end; `onEvent` gets each event as it comes.
  ///
  /// The shell gives the cell its file descriptor 3 for events and then becomes the cell. What bypasses `print` and
  /// writes to standard output shares the pipe.
  func run(onEvent: (CellEvent) -> Void) async throws {
    let seconds = cell.secondsAllowed
    let launch = try confinement.launch(sandboxed(seconds: explores ? Self.secondsToExplore : seconds))
    defer { launch.remove() }
    var platform = PlatformOptions()
    // Without the terminal of the command, a cell cannot write to it.
    platform.createSession = true
    platform.teardownSequence = Self.patience
    var stop: CellError?
    // How far it is by its own account, which may count the steps of several trainings.
    var progress: (cell: String?, moment: RunProgress)?
    var sentence: (text: String, line: Int?)?

    func tell(_ event: CellEvent) {
      // What a needed cell said of its progress is over when another speaks.
      if let cell = event.cell, cell != progress?.cell { progress = nil }
      switch event.event {
      case .progress(let step, let total, let unit) where total > 0:
        progress = (event.cell, RunProgress(step: step, total: total, unit: unit))
      case .stopped(let step, let total, let isKept):
        // A bar that was full tells of something else.
        let moment = progress.flatMap { $0.moment.step < $0.moment.total ? $0.moment : nil }
        stop = .stoppedOnRequest(
          moment ?? RunProgress(step: step, total: total, unit: "step"), isKept: isKept)
      default: break
      }
      // Told below, with the line on which it happened.
      if case .error(let message, let line) = event.event { sentence = (message, line) } else { onEvent(event) }
    }

    let result = try await Subprocess.run(
      .path(FilePath(launch.executable.path)), arguments: Arguments(launch.arguments),
      environment: .custom(launch.environment.keyed), workingDirectory: launch.workingFolder.map { FilePath($0.path) },
      platformOptions: platform, input: .inputWriter, output: .sequence, error: .sequence
    ) { execution -> (supervisor: CellSupervisor, gate: EventGate.Result, keeper: TrainingKeeper?, errors: String) in
      let group = execution.processIdentifier.value
      let supervisor = CellSupervisor(
        group: group, launch: launch, limit: TimeLimit(cellSeconds: seconds),
        askToStop: askToStop)
      let supervision = Task { try await supervisor.supervise() }
      defer { supervision.cancel() }
      var gate = EventGate(
        cell, rests: { explores && supervisor.pauseDeadline() }, mayStop: { supervisor.isStopRequested })
      let writer = execution.standardInputWriter
      let output = try await withTaskCancellationHandler {
        try await launch.openOutput(below: group)
      } onCancel: {
        supervisor.kill()
      }
      // One that was ended meanwhile does not listen: how it ended is told below.
      if launch.waitsForLine, output != nil { do { _ = try await writer.write("\n") } catch {} }
      // What the sandbox takes to get ready is none of the cell's time.
      supervisor.restartDeadline()
      let keeper = output.flatMap { output in keeping.map { TrainingKeeper(output, file: $0.file) } }
      let keeps = keeper.map { keeper in Task { try await keeper.keepOn() } }
      defer { keeps?.cancel() }
      let speaking = session.map { session in
        session.begins()
        return Task {
          for await line in session.lines {
            if explores { supervisor.restartDeadline() }
            _ = try await writer.write(line)
          }
          supervisor.requestStop(restartingDeadline: explores)
          try await writer.finish()
        }
      }
      defer {
        speaking?.cancel()
        session?.ends()
      }
      async let errors = Self.lastErrors(execution.standardError, supervisor)
      try await withTaskCancellationHandler {
        for try await buffer in execution.standardOutput {
          guard supervisor.addOutput(buffer.count), buffer.withUnsafeBytes({ gate.read($0, tell) }) else { break }
        }
      } onCancel: {
        supervisor.kill()
      }
      // A process that the cell left behind ends with it.
      supervisor.kill()
      gate.finish(tell)
      return (supervisor, gate.result, keeper, try await errors)
    }
    let keeper = result.closureResult.keeper
    keeper?.keep()
    if case .stoppedOnRequest(let moment, true) = stop, keeper?.isUpToDate != true {
      stop = .stoppedOnRequest(moment, isKept: false)
    }
    var kept: RunProgress?
    if case .stoppedOnRequest(let moment, true) = stop { kept = moment }
    if Task.isCancelled { throw CellError.interrupted }
    if let refusal = result.closureResult.gate.refusal { throw stopped(refusal, nil, nil) }
    switch result.closureResult.supervisor.terminationCause {
    case .outOfTime: throw CellError.tookTooLong(seconds: seconds, file: cell.file, kept: kept)
    case .waitedTooLong: throw CellError.waitedTooLong(seconds: seconds, file: cell.file, kept: kept)
    case .took(let excess): throw stopped(.tookTooMuch(excess), nil, nil)
    case nil: break
    }
    if launch.group?.wasExceeded == true || isEndedByScope(result.terminationStatus, launch) {
      throw stopped(.tookTooMuch(.memory), nil, nil)
    }
    let errors = result.closureResult.errors
    let report = CrashReport(errorOutput: errors, cell: cell)
    if let sentence { throw stopped(.said(sentence.text), sentence.line, report) }
    if result.terminationStatus.isSuccess, let stop { throw stop }
    if result.terminationStatus.isSuccess, result.closureResult.gate.isDone { return }
    let reason = CellError.StopReason(result.terminationStatus, launch, errorOutput: errors, report: report)
    var line: Int?
    // It may as well have been a cell that this one needs.
    if case .trapped(let trap) = reason, cell.needs.isEmpty { line = trap.line(in: cell) }
    throw stopped(reason, line, report)
  }

  /// The request to stop that is made when its time is over; `nil` where nobody would hear what it has kept.
  private var askToStop: (@Sendable () -> Void)? {
    guard let session else { return nil }
    return { session.close() }
  }

  /// A scope of systemd's says of a cell that took too much memory only that it was killed.
  private func isEndedByScope(_ status: TerminationStatus, _ launch: Sandbox.Launch) -> Bool {
    guard case .scope = confinement.memory else { return false }
    return CellError.StopReason.signal(of: status, launch) == SIGKILL
  }

  private static func lastErrors(_ output: SubprocessOutputSequence, _ supervisor: CellSupervisor) async throws
    -> String
  {
    var bytes: [UInt8] = []
    for try await buffer in output {
      guard supervisor.addOutput(buffer.count) else { break }
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
      if bytes.count > 2 * errorOutputKept { bytes.removeFirst(bytes.count - errorOutputKept) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cell as it runs in the sandbox.
  private func sandboxed(seconds: Int) -> SandboxedProgram {
    typealias Input = SandboxedProgram.Input
    let sandbox = confinement.sandbox
    let toolchain = runtime.deletingLastPathComponent().deletingLastPathComponent()
    let program = Input(.file, program, as: "program")
    let library = Input(.folder, runtime.appending(path: "linux"), as: "toolchain/lib/swift/linux")
    var inputs = [
      program, library,
      // Swift's backtracer, which says on which line a cell stopped, is looked for beside the runtime.
      Input(.optionalFolder, toolchain.appending(path: "libexec/swift"), as: "toolchain/libexec/swift"),
    ]
    var arguments = ["seed=\(seed)"]
    if let dataFolder, FileManager.default.fileExists(atPath: dataFolder.path) {
      let data = Input(.privateFolder, dataFolder, as: "data")
      inputs.append(data)
      arguments.append("data=\(data.path(in: sandbox))")
    }
    var output: SandboxedProgram.Output?
    if let keeping {
      output = SandboxedProgram.Output(
        size: Limits.kept, initial: keeping.resumes ? (TrainingStore.name, keeping.file) : nil)
      arguments.append("identity=" + keeping.identity.joined(separator: "\n"))
      if keeping.resumes { arguments.append("resume=1") }
    }
    if explores { arguments.append("explore=1") }
    arguments += settings.sorted { $0.key < $1.key }.map { "set:\($0.key)=\($0.value)" }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let (path, words, keeps) = (program.path(in: sandbox), arguments, keeping != nil)
    return SandboxedProgram(
      command: { output in [path] + words + (keeps ? ["trainings=\(output)/\(TrainingStore.name)"] : []) },
      inputs: inputs, output: output,
      // Above all that its threads can use by the end of its time: it ends a cell that nobody watches any more.
      limits: ProcessLimits(processorSeconds: Int(Double(seconds + 5) * MachineSpeed.slowness) * cores),
      environment: environment(libraries: library.path(in: sandbox)))
  }

  /// The backtrace knows the line best; what the library noted is the line of its last call but an operator's.
  private func stopped(_ reason: CellError.StopReason, _ line: Int?, _ report: CrashReport?) -> CellError {
    .stopped(reason: reason, file: cell.file, line: report?.line ?? line)
  }

  /// Returns the environment of the cell: nothing of the reader's own but where to find the Swift runtime and how to
  /// say things.
  private func environment(libraries: String) -> [String: String] {
    var values = [
      "SWIFT_BACKTRACE":
        "enable=yes,interactive=no,color=no,format=json,threads=crashed,registers=none,images=none,limit=64",
      "LD_LIBRARY_PATH": libraries,
    ]
    for name in ["PATH", "DYLD_LIBRARY_PATH", "LANG", "LEARN_THREADS"] {
      values[name] = ProcessInfo.processInfo.environment[name]
    }
    return values
  }
}

extension CellError.StopReason {
  /// Creates the reason for which a process ended that was not done.
  fileprivate init(
    _ status: TerminationStatus, _ launch: Sandbox.Launch, errorOutput: String, report: CrashReport?
  ) {
    guard let signal = Self.signal(of: status, launch) else {
      if case .exited(let code) = status { self = .exit(Int(code)) } else { self = .exit(0) }
      return
    }
    switch signal {
    case SIGILL, SIGTRAP, SIGABRT:
      let message = CrashReport.fatalMessage(in: errorOutput)
      self =
        message?.hasPrefix("failed to allocate") == true
        ? .tookTooMuch(.memory) : .trapped(Trap(errorOutput: errorOutput, report: report))
    case SIGSEGV, SIGBUS: self = report?.endlessCalls.map { .trapped($0) } ?? .signal(Int(signal))
    case SIGXCPU: self = .tookTooMuch(.time)
    case SIGXFSZ: self = .tookTooMuch(.room)
    default: self = .signal(Int(signal))
    }
  }

  /// The signal that ended a program, also where the sandbox's own process tells of it.
  static func signal(of status: TerminationStatus, _ launch: Sandbox.Launch) -> Int32? {
    switch status {
    case .exited(let code): launch.isNamespace && code > 128 ? Int32(code) - 128 : nil
    case .signaled(let number): number
    }
  }
}
