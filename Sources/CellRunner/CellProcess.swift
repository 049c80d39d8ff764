import Course
import Display
import Foundation
import Subprocess
import Synchronization

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

/// One run of a compiled cell, in a process group of its own that does not outlive it.
struct CellProcess {
  /// How a group ends that must end: asked first, then killed.
  static let teardown: [TeardownStep] = [
    .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
  ]
  /// More than this on its output, and a cell is stopped.
  static let outputLimit = 64 << 20

  let program: URL
  let cell: Cell
  let seed: UInt64
  var settings: [String: Float] = [:]
  /// Where the reader's data sets are; `nil` for a run that must come out the same everywhere.
  var dataFolder: URL?
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

  /// What ended a run that did not end by itself. The timer and the reader both write here.
  private final class Ending: Sendable {
    enum Cause { case outOfTime, tooMuchOutput }

    private let first = Mutex<Cause?>(nil)

    var cause: Cause? { first.withLock { $0 } }

    /// Kills the whole group; the first cause is the one that is told.
    func end(_ group: pid_t, because cause: Cause) {
      first.withLock { $0 = $0 ?? cause }
      kill(-group, SIGKILL)
    }
  }

  /// Runs to the end; `onEvent` gets each event as it comes.
  ///
  /// The shell gives the cell its file descriptor 3 for events and then becomes the cell. What bypasses `print` and
  /// writes to standard output shares the pipe.
  func run(onEvent: (CellEvent) -> Void) async throws {
    let arguments = ["-c", #"exec "$0" "$@" 3>&1"#, program.path] + wishes
    var platform = PlatformOptions()
    platform.processGroupID = 0
    platform.teardownSequence = Self.teardown
    let ending = Ending()
    let secondsAllowed = cell.secondsAllowed
    var decoder = EventDecoder()
    var isDone = false
    var stop: CellError?
    var sentence: (text: String, line: Int?)?

    func tell(_ events: [CellEvent]) {
      for event in events {
        if case .done = event.event { isDone = true }
        if case .stopped(let step, let total, let isKept) = event.event {
          stop = .stoppedOnRequest(step: step, total: total, isKept: isKept)
        }
        // Told below, with the line on which it happened.
        if case .error(let message, let line) = event.event { sentence = (message, line) } else { onEvent(event) }
      }
    }

    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: Arguments(arguments), environment: environment, platformOptions: platform,
      input: .inputWriter, output: .sequence, error: .string(limit: 4 << 20)
    ) { execution in
      let group = execution.processIdentifier.value
      let writer = execution.standardInputWriter
      session?.begins()
      defer { session?.ends() }
      let speaking = session.map { session in
        Task {
          for await line in session.lines { _ = try await writer.write(line) }
          try await writer.finish()
        }
      }
      defer { speaking?.cancel() }
      let timer = Task {
        try await Task.sleep(for: .seconds(secondsAllowed))
        ending.end(group, because: .outOfTime)
      }
      defer { timer.cancel() }
      var received = 0
      for try await buffer in execution.standardOutput {
        received += buffer.count
        guard received <= Self.outputLimit else {
          ending.end(group, because: .tooMuchOutput)
          break
        }
        tell(buffer.withUnsafeBytes { decoder.decode($0) })
        // A reader may look around for as long as they like.
        if explores, isDone {
          timer.cancel()
          received = 0
        }
      }
      // A process that the cell left behind ends with it.
      kill(-group, SIGKILL)
    }
    tell(decoder.finish())
    if Task.isCancelled { throw CellError.interrupted }
    switch ending.cause {
    case .outOfTime: throw CellError.tookTooLong(seconds: secondsAllowed)
    case .tooMuchOutput: throw stopped(.tooMuchOutput, nil, errorOutput: "")
    case nil: break
    }
    let errorOutput = result.standardError
    if let sentence { throw stopped(.said(sentence.text), sentence.line, errorOutput: errorOutput) }
    if result.terminationStatus.isSuccess, let stop { throw stop }
    if result.terminationStatus.isSuccess, isDone { return }
    switch result.terminationStatus {
    case .exited(let code):
      throw stopped(.exit(Int(code)), nil, errorOutput: errorOutput)
    case .signaled(let signal) where [SIGILL, SIGTRAP, SIGABRT].contains(signal):
      throw stopped(.trapped(CrashReport.fatalMessage(in: errorOutput)), nil, errorOutput: errorOutput)
    case .signaled(let signal):
      throw stopped(.signal(Int(signal)), nil, errorOutput: errorOutput)
    }
  }

  /// What the cell is told.
  private var wishes: [String] {
    var wishes = ["seed=\(seed)"]
    if let dataFolder { wishes.append("data=\(dataFolder.path)") }
    if let keeping {
      wishes += ["trainings=\(keeping.file.path)", "identity=" + keeping.identity.joined(separator: "\n")]
      if keeping.resumes { wishes.append("resume=1") }
    }
    if explores { wishes.append("explore=1") }
    return wishes + settings.sorted { $0.key < $1.key }.map { "set:\($0.key)=\($0.value)" }
  }

  /// The backtrace knows the line best; what the library noted is the line of its last call but an operator's.
  private func stopped(_ reason: CellError.StopReason, _ line: Int?, errorOutput: String) -> CellError {
    .stopped(
      reason: reason, file: cell.file, line: CrashReport(errorOutput: errorOutput, cell: cell)?.line ?? line)
  }

  /// Nothing of the reader's own environment but where to find the Swift runtime and how to say things.
  private var environment: Environment {
    var values: [Environment.Key: String] = [
      "SWIFT_BACKTRACE":
        "enable=yes,interactive=no,color=no,format=json,threads=crashed,registers=none,images=none,limit=64"
    ]
    for name in ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "TMPDIR", "LEARN_THREADS"] as [String] {
      if let value = ProcessInfo.processInfo.environment[name] { values[Environment.Key(rawValue: name)!] = value }
    }
    return .custom(values)
  }
}
