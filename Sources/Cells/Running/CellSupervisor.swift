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
    /// It had worked for as long as it may.
    case outOfTime
    /// It had not worked, and was not done.
    case waitedTooLong
    case took(CellError.Excess)
  }

  private let group: pid_t
  private let isNamespace: Bool
  /// The time that it has for each thing that it is asked for.
  private let limit: TimeLimit
  /// Asks it to come to its end, so that it keeps what it has learned; `nil` where nothing would be kept.
  private let askToStop: (@Sendable () -> Void)?
  /// Folders of this machine that go with the run, and that nothing but this limits.
  private let folders: [(folder: URL, bytes: Int)]
  /// Folders in memory, as the namespace knows them.
  private let memoryFolders: [(path: String, bytes: Int)]
  private let first = Mutex<Cause?>(nil)
  private let received = Mutex(0)
  private let clock: Mutex<Clock>

  private struct Clock {
    /// The seconds in which it had a processor.
    var worked = 0.0
    /// The seconds that have passed, while we looked on.
    var passed = 0.0
    /// Whether the cell waits for somebody.
    var rests = false
    /// Whether nothing more will be asked of it: it may stop.
    var isLast = false
    /// Whether its time was over once: what it has now is to stop in.
    var isOver = false
    /// Whether something was asked of the cell that it has not done yet: at first, to come to its end.
    var isAsked = true

    mutating func restart() {
      (worked, passed, rests) = (0, 0, false)
    }
  }

  /// The seconds that a cell has to keep what it has learned, when its time is over.
  private static let secondsToStop = 2
  /// The most of the clock that counts between two looks: whoever was stopped, or did not come to look, has not seen
  /// that the cell had its time.
  private static let secondsBetweenLooks = 1.0

  /// - Parameters:
  ///   - group: the process that was started for the cell, and its group.
  ///   - askToStop: is called when its time is over, and gives it some seconds to stop by itself.
  init(group: pid_t, launch: Sandbox.Launch, limit: TimeLimit, askToStop: (@Sendable () -> Void)? = nil) {
    self.group = group
    isNamespace = launch.isNamespace
    self.limit = limit
    self.askToStop = askToStop
    folders = launch.watchedFolders
    memoryFolders = launch.memoryFolders
    clock = Mutex(Clock())
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
        clock.rests = true
        received.withLock { $0 = 0 }
      }
      return true
    }
  }

  /// The cell was asked for something: it has its time again.
  func restartDeadline() {
    clock.withLock { clock in
      clock.restart()
      clock.isAsked = true
    }
  }

  /// The cell is asked to come to its end, wherever it is.
  ///
  /// - Parameter restartingDeadline: whether it has its time again for that.
  func requestStop(restartingDeadline: Bool) {
    clock.withLock { clock in
      clock.isLast = true
      if restartingDeadline, !clock.isOver { clock.restart() }
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
    let monitor = ProcessTreeMonitor()
    var moment = ContinuousClock.now, used = monitor.processorSeconds(below: group) ?? 0
    while true {
      try await Task.sleep(for: .milliseconds(100))
      let now = ContinuousClock.now
      let passed = (now - moment) / .seconds(1)
      moment = now
      var worked = min(passed, Self.secondsBetweenLooks)
      // Several processors count as one: what a cell shares among them is done sooner.
      if let usedNow = monitor.processorSeconds(below: group) {
        worked = min(max(0, usedNow - used), passed)
        used = max(used, usedNow)
      }
      if let cause = add(worked: worked, passed: passed) {
        return end(because: cause)
      }
      if let excess = monitor.excess(below: group) { return end(because: .took(excess)) }
      if let excess = excessOfRoom { return end(because: .took(excess)) }
    }
  }

  /// Adds to the time that the cell has had; the cause of its end where that is enough.
  ///
  /// - Parameters:
  ///   - worked: the seconds in which it had a processor.
  ///   - passed: those since we looked before.
  func add(worked: Double, passed: Double) -> Cause? {
    let (cause, isFirst) = clock.withLock { clock -> (Cause?, Bool) in
      guard !clock.rests else { return (nil, false) }
      clock.worked += worked
      clock.passed += min(passed, Self.secondsBetweenLooks)
      let limit = clock.isOver ? TimeLimit(cellSeconds: Self.secondsToStop) : limit
      let cause: Cause? =
        if let most = limit.processorSeconds, clock.worked >= most {
          .outOfTime
        } else if clock.passed >= limit.wallSeconds {
          .waitedTooLong
        } else {
          nil
        }
      // Whoever was asked to stop before, and has not, is not asked again.
      guard cause != nil, askToStop != nil, !clock.isOver, !clock.isLast else { return (cause, false) }
      clock.isOver = true
      clock.restart()
      return (cause, true)
    }
    guard isFirst, let cause else { return cause }
    first.withLock { $0 = $0 ?? cause }
    askToStop?()
    return nil
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
