import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The supervisor of a running process and all that it starts: its deadline, what it takes of the machine, and what it
/// was ended for. Whoever reads its output reports here.
final class CellSupervisor: Sendable {
  enum Cause: Equatable {
    case outOfTime
    case took(CellError.Excess)
  }

  private let group: pid_t
  private let isNamespace: Bool
  /// The seconds that the cell may work at a time.
  private let seconds: Int
  /// Folders of this machine that go with the run, and that nothing but this limits.
  private let folders: [(folder: URL, bytes: Int)]
  /// Folders in memory, as the namespace knows them.
  private let memoryFolders: [(path: String, bytes: Int)]
  private let first = Mutex<Cause?>(nil)
  private let received = Mutex(0)
  private let clock: Mutex<Clock>

  private struct Clock {
    /// `nil` while the cell waits for somebody.
    var deadline: ContinuousClock.Instant?
    /// Whether nothing more will be asked of it: it may stop.
    var isLast = false
    /// Whether something was asked of the cell that it has not done yet: at first, to come to its end.
    var isAsked = true
  }

  /// - Parameters:
  ///   - group: the process that was started for the cell, and its group.
  init(group: pid_t, launch: Sandbox.Launch, seconds: Int) {
    self.group = group
    isNamespace = launch.isNamespace
    self.seconds = seconds
    folders = launch.watchedFolders
    memoryFolders = launch.memoryFolders
    clock = Mutex(Clock(deadline: .now + .seconds(seconds)))
  }

  /// The cell has done what was asked of it and waits for somebody, who may take their time: neither that nor what it
  /// has written so far counts.
  ///
  /// - Returns: `false`, and nothing else, where nothing was asked.
  func pauseDeadline() -> Bool {
    clock.withLock { clock in
      guard clock.isAsked else { return false }
      clock.isAsked = false
      if !clock.isLast {
        clock.deadline = nil
        received.withLock { $0 = 0 }
      }
      return true
    }
  }

  /// The cell was asked for something: it has its time again.
  func restartDeadline() {
    clock.withLock { $0 = Clock(deadline: .now + .seconds(seconds)) }
  }

  /// The cell is asked to come to its end, wherever it is.
  ///
  /// - Parameter restartingDeadline: whether it has its time again for that.
  func requestStop(restartingDeadline: Bool) {
    clock.withLock { clock in
      clock.isLast = true
      if restartingDeadline { clock.deadline = .now + .seconds(seconds) }
    }
  }

  /// Whether the cell was asked to stop.
  var isStopRequested: Bool { clock.withLock { $0.isLast } }

  var terminationCause: Cause? { first.withLock { $0 } }

  /// Kills all that belongs to the cell.
  ///
  /// The first process of a namespace takes all others with it, and the sandbox's own process, which is waited for,
  /// ends after them: when the run is over, nothing is left. Without a namespace the group is all that is known.
  func kill() {
    let first = isNamespace ? ProcessTreeMonitor().children(of: group) : []
    for process in first { _ = systemKill(process, SIGKILL) }
    if first.isEmpty { _ = systemKill(-group, SIGKILL) }
  }

  /// Adds to what the cell has written; `false`, and the end, where it is too much.
  func addOutput(_ bytes: Int) -> Bool {
    let sum = received.withLock { sum in
      sum += bytes
      return sum
    }
    if sum > Limits.output { end(because: .took(.output)) }
    return sum <= Limits.output
  }

  /// Looks on until the time is over.
  func supervise() async throws {
    while true {
      let deadline = clock.withLock { $0.deadline }
      let next = ContinuousClock.now + .milliseconds(100)
      if let deadline, deadline <= .now { return end(because: .outOfTime) }
      try await Task.sleep(until: min(deadline ?? next, next))
      if let excess = ProcessTreeMonitor().excess(below: group) { return end(because: .took(excess)) }
      if let excess = excessOfRoom { return end(because: .took(excess)) }
    }
  }

  /// A sandbox may have limited its folders in memory itself, and then there are never more bytes in them; but nobody
  /// limits how many files there are.
  private var excessOfRoom: CellError.Excess? {
    let used =
      folders.map { (ProcessTreeMonitor.used($0.folder, bytes: $0.bytes, files: Limits.files), $0.bytes) }
      + (isNamespace ? memoryFolders.map { (ProcessTreeMonitor().used(of: $0.path, below: group), $0.bytes) } : [])
    for (used, bytes) in used {
      if used.bytes > bytes { return .room }
      if used.files > Limits.files { return .files }
    }
    return nil
  }

  /// The first cause is the one that is told.
  private func end(because cause: Cause) {
    first.withLock { $0 = $0 ?? cause }
    kill()
  }
}

/// The class's own `kill` hides the system's.
private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }
