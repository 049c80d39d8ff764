import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What ended a run that did not end by itself. Its readers and its supervisor write here.
final class CellEnding: Sendable {
  enum Cause: Equatable {
    case outOfTime
    case took(CellError.Excess)
  }

  private let group: pid_t
  private let isNamespace: Bool
  private let first = Mutex<Cause?>(nil)
  private let received = Mutex(0)

  /// - Parameters:
  ///   - group: the process that was started for the cell, and its group.
  ///   - isNamespace: whether its child is the first process of a namespace.
  init(group: pid_t, isNamespace: Bool) {
    self.group = group
    self.isNamespace = isNamespace
  }

  var cause: Cause? { first.withLock { $0 } }

  /// Kills all that belongs to the cell.
  ///
  /// The first process of a namespace takes all others with it, and the sandbox's own process, which is waited for, ends
  /// after them: when the run is over, nothing is left. Without a namespace the group is all that is known.
  func kill() {
    let first = isNamespace ? Watch().children(of: group) : []
    for process in first { _ = systemKill(process, SIGKILL) }
    if first.isEmpty { _ = systemKill(-group, SIGKILL) }
  }

  /// Counts what the cell writes; `false`, and the end, where it is too much.
  func counts(_ bytes: Int) -> Bool {
    let sum = received.withLock { sum in
      sum += bytes
      return sum
    }
    if sum > Limits.output { end(because: .took(.output)) }
    return sum <= Limits.output
  }

  /// Looks on until the time is over.
  func supervise(seconds: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
      try await Task.sleep(until: min(deadline, .now + .milliseconds(100)))
      if let excess = Watch().excess(below: group) { return end(because: .took(excess)) }
    }
    end(because: .outOfTime)
  }

  /// The first cause is the one that is told.
  private func end(because cause: Cause) {
    first.withLock { $0 = $0 ?? cause }
    kill()
  }
}

/// The class's own `kill` hides the system's.
private func systemKill(_ process: pid_t, _ signal: Int32) -> Int32 { kill(process, signal) }
