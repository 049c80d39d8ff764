import Course
import Display
import Figures
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

/// One run of a compiled cell, in a sandbox, a session and a process group of its own that do not outlive it.
struct CellProcess {
  /// A cell is killed by `CellEnding`, in the right order; this leaves it the time.
  private static let patience: [TeardownStep] = [
    .send(signal: .resume, toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
  ]
  /// Of what a cell writes to standard error, the last is kept: there a crash is told.
  private static let errorOutputKept = 1 << 20

  let program: URL
  let cell: Cell
  let seed: UInt64
  let settings: [String: Float]
  /// Where the reader's data sets are; `nil` for a run that must come out the same everywhere.
  let dataFolder: URL?
  let sandbox: Sandbox
  /// The folder `lib/swift` of the toolchain.
  let runtime: URL
  /// Where trainings are kept; `nil` where nothing is.
  var keeping: Keeping?
  /// What the host says to the cell; `nil` for a run to its end.
  var session: CellSession?
  /// Whether the cell waits for points to show when it has come to its end.
  var explores = false

  struct Keeping {
    /// In a folder to which the cell may write.
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
    // In a namespace the scratch folder lies in memory.
    let scratch = sandbox.hasScratch ? nil : try Scratch()
    defer { scratch?.remove() }
    let folder = scratch?.folder ?? FileManager.default.temporaryDirectory
    let seconds = cell.secondsAllowed
    let launch = sandbox.launch(
      program, runtime: runtime, dataFolder: dataFolder, scratch: folder,
      kept: keeping?.file.deletingLastPathComponent(), seconds: explores ? Self.secondsToExplore : seconds)
    var platform = PlatformOptions()
    // Without the terminal of the command, a cell cannot write to it.
    platform.createSession = true
    platform.teardownSequence = Self.patience
    var decoder = EventDecoder()
    var isDone = false
    var stop: CellError?
    // How far it is by its own account, which may count the steps of several trainings.
    var progress: (cell: String?, moment: Film.Moment)?
    var sentence: (text: String, line: Int?)?

    func tell(_ events: [CellEvent], _ ending: CellEnding? = nil) {
      for event in events {
        if case .done = event.event { isDone = true }
        // Before the host hears of it, which may ask for the next point at once.
        if explores, isDone, event.event.endsWork { ending?.rests() }
        // What a needed cell said of its progress is over when another speaks.
        if let cell = event.cell, cell != progress?.cell { progress = nil }
        switch event.event {
        case .progress(let step, let total, let unit) where total > 0:
          progress = (event.cell, Film.Moment(step: step, total: total, unit: unit))
        case .stopped(let step, let total, let isKept):
          // A bar that was full tells of something else.
          let moment = progress.flatMap { $0.moment.step < $0.moment.total ? $0.moment : nil }
          stop = .stoppedOnRequest(
            moment ?? Film.Moment(step: step, total: total, unit: "step"), isKept: isKept)
        default: break
        }
        // Told below, with the line on which it happened.
        if case .error(let message, let line) = event.event { sentence = (message, line) } else { onEvent(event) }
      }
    }

    let result = try await Subprocess.run(
      .path(FilePath(launch.executable.path)), arguments: Arguments(launch.arguments + arguments(launch)),
      environment: environment(launch), workingDirectory: FilePath(folder.path), platformOptions: platform,
      input: .inputWriter, output: .sequence, error: .sequence
    ) { execution -> (ending: CellEnding, errors: String) in
      let ending = CellEnding(
        group: execution.processIdentifier.value, isNamespace: launch.isNamespace, seconds: seconds,
        scratch: scratch?.folder, keptFolder: keeping?.file.deletingLastPathComponent())
      let supervisor = Task { try await ending.supervise() }
      defer { supervisor.cancel() }
      let writer = execution.standardInputWriter
      let speaking = session.map { session in
        session.begins()
        return Task {
          for await line in session.lines {
            if explores { ending.works() }
            _ = try await writer.write(line)
          }
          if explores { ending.works(isLast: true) }
          try await writer.finish()
        }
      }
      defer {
        speaking?.cancel()
        session?.ends()
      }
      async let errors = Self.lastErrors(execution.standardError, ending)
      try await withTaskCancellationHandler {
        for try await buffer in execution.standardOutput {
          guard ending.counts(buffer.count) else { break }
          tell(buffer.withUnsafeBytes { decoder.decode($0) }, ending)
        }
      } onCancel: {
        ending.kill()
      }
      // A process that the cell left behind ends with it.
      ending.kill()
      return (ending, try await errors)
    }
    tell(decoder.finish())
    if let keeping { TrainingStore.tidy(besides: keeping.file) }
    if Task.isCancelled { throw CellError.interrupted }
    let errors = result.closureResult.errors
    switch result.closureResult.ending.cause {
    case .outOfTime: throw CellError.tookTooLong(seconds: seconds, file: cell.file)
    case .took(let excess): throw stopped(.tookTooMuch(excess), nil, errorOutput: "")
    case nil: break
    }
    if let sentence { throw stopped(.said(sentence.text), sentence.line, errorOutput: errors) }
    if result.terminationStatus.isSuccess, let stop { throw stop }
    if result.terminationStatus.isSuccess, isDone { return }
    let reason = CellError.StopReason(
      result.terminationStatus, launch, errorOutput: errors, report: CrashReport(errorOutput: errors, cell: cell))
    var line: Int?
    // It may as well have been a cell that this one needs.
    if case .trapped(let trap) = reason, cell.needs.isEmpty { line = trap.line(in: cell) }
    throw stopped(reason, line, errorOutput: errors)
  }

  private static func lastErrors(_ output: SubprocessOutputSequence, _ ending: CellEnding) async throws -> String {
    var bytes: [UInt8] = []
    for try await buffer in output {
      guard ending.counts(buffer.count) else { break }
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
      if bytes.count > 2 * errorOutputKept { bytes.removeFirst(bytes.count - errorOutputKept) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func arguments(_ launch: Sandbox.Launch) -> [String] {
    var arguments = ["seed=\(seed)"]
    if let folder = launch.dataFolder { arguments.append("data=\(folder)") }
    if let keeping, let folder = launch.keptFolder {
      arguments.append("trainings=\(folder)/\(keeping.file.lastPathComponent)")
      arguments.append("identity=" + keeping.identity.joined(separator: "\n"))
      if keeping.resumes { arguments.append("resume=1") }
    }
    if explores { arguments.append("explore=1") }
    return arguments + settings.sorted { $0.key < $1.key }.map { "set:\($0.key)=\($0.value)" }
  }

  /// The backtrace knows the line best; what the library noted is the line of its last call but an operator's.
  private func stopped(_ reason: CellError.StopReason, _ line: Int?, errorOutput: String) -> CellError {
    .stopped(
      reason: reason, file: cell.file, line: CrashReport(errorOutput: errorOutput, cell: cell)?.line ?? line)
  }

  /// Nothing of the reader's own environment but where to find the Swift runtime and how to say things.
  private func environment(_ launch: Sandbox.Launch) -> Environment {
    var values: [Environment.Key: String] = [
      "SWIFT_BACKTRACE":
        "enable=yes,interactive=no,color=no,format=json,threads=crashed,registers=none,images=none,limit=64"
    ]
    for name in ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LEARN_THREADS"] as [String] {
      if let value = ProcessInfo.processInfo.environment[name] { values[Environment.Key(rawValue: name)!] = value }
    }
    for (name, value) in launch.environment { values[Environment.Key(rawValue: name)!] = value }
    return .custom(values)
  }
}

extension Event {
  /// Whether a cell that explores waits behind it for a point to show.
  fileprivate var endsWork: Bool {
    switch self {
    case .done, .explored: true
    default: false
    }
  }
}

extension CellError.StopReason {
  /// Why a process ended that was not done.
  fileprivate init(
    _ status: TerminationStatus, _ launch: Sandbox.Launch, errorOutput: String, report: CrashReport?
  ) {
    let signal: Int32
    switch status {
    case .exited(let code) where launch.isNamespace && code > 128: signal = Int32(code) - 128
    case .exited(let code):
      self = .exit(Int(code))
      return
    case .signaled(let number): signal = number
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
}
