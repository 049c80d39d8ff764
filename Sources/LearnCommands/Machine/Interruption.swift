import Foundation
import Synchronization
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A watch over signals, until it is cancelled.
final class SignalWatch: Sendable {
  private let end: @Sendable () -> Void

  init(_ end: @escaping @Sendable () -> Void) { self.end = end }

  func cancel() { end() }
}

/// Ctrl-C while a cell runs: the task is cancelled, so that the cell's processes end before the command does.
/// While keys are read: the terminal is put back as it was.
///
/// Only what starts processes or reads keys watches; everything else is simply ended by the signal, as it should be.
enum Interruption {
  /// The task that a signal cancels, and the number by which it is known: the command's own, or that of a part from whose
  /// end the command goes on.
  private static let undertaking = Mutex<(number: Int, task: Task<Int32, Never>?)>((0, nil))

  /// Runs a body that a signal cancels, and nothing around it.
  ///
  /// - Returns: the status that it comes to.
  static func undertake(_ body: @escaping @Sendable () async -> Int32) async -> Int32 {
    let task = Task { await body() }
    let outer = undertaking.withLock { current in
      defer { current = (current.number + 1, task) }
      return current.task
    }
    let status = await task.value
    undertaking.withLock { $0 = ($0.number + 1, outer) }
    // What was to end it is not for those who come after.
    Waking.forget()
    return status
  }

  private struct Watcher {
    let number: Int
    let asking: (@Sendable () -> Bool)?
    let presses = Presses()
  }

  private struct Watchers {
    /// The watchers, of which the last one hears.
    var all: [Watcher] = []
    var count = 0
    /// The sources of signals, which stay: one that is made while another goes would hear nothing.
    var sources: [any DispatchSourceSignal] = []
    /// Whether somebody had asked for the end when nobody watched any more: the command is about to say what it has kept, and a
    /// second press must not end it first.
    var wasAsked = false
  }

  private static let watchers = Mutex(Watchers())

  /// Cancels the task when somebody presses Ctrl-C, ends the process or closes the terminal.
  ///
  /// - Parameter asking: asks what runs to stop by itself, and says whether it hears: then it has two seconds, unless
  ///   somebody presses Ctrl-C again; a key that bounces is pressed once. A closed terminal waits for nothing.
  static func watch(asking: (@Sendable () -> Bool)? = nil) -> [SignalWatch] {
    let number = watchers.withLock { watchers in
      watchers.count += 1
      watchers.all.append(Watcher(number: watchers.count, asking: asking))
      if watchers.sources.isEmpty {
        watchers.sources = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
          signal(number, SIG_IGN)
          let source = DispatchSource.makeSignalSource(signal: number)
          source.setEventHandler { hear(number) }
          source.resume()
          return source
        }
      }
      return watchers.count
    }
    return [
      SignalWatch {
        watchers.withLock { watchers in
          guard let place = watchers.all.firstIndex(where: { $0.number == number }) else { return }
          watchers.wasAsked = watchers.all.remove(at: place).presses.areThere
        }
      }
    ]
  }

  /// A signal has come: the last who began to watch decides; where nobody watches it ends the process, as it would have.
  private static func hear(_ number: Int32) {
    let (watcher, wasAsked) = watchers.withLock { ($0.all.last, $0.wasAsked) }
    guard let watcher else {
      if wasAsked { return }
      signal(number, SIG_DFL)
      kill(getpid(), number)
      return
    }
    guard [SIGINT, SIGTERM].contains(number), let isFirst = watcher.presses.next() else { return cancel(number) }
    guard isFirst else { return }
    guard watcher.asking?() == true else { return cancel(number) }
    cancelSoon()
  }

  /// Cancels the task where it has not come to its end two seconds from now.
  static func cancelSoon() {
    let number = undertaking.withLock { $0.number }
    DispatchQueue.global().asyncAfter(deadline: .now() + 2) { if isUnderWay(number) { cancel() } }
  }

  private static func isUnderWay(_ number: Int) -> Bool { undertaking.withLock { $0.number == number } }

  /// - Parameter signal: what asked for it.
  private static func cancel(_ signal: Int32 = SIGINT) {
    let number = undertaking.withLock { current in
      current.task?.cancel()
      return current.number
    }
    // Whoever waits for a key or a line is told, too.
    Waking.interrupt()
    // What computes and never looks up is ended all the same; with us ends what we have started.
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) {
      // As a shell tells it, and with the terminal given back.
      if isUnderWay(number) { exit(128 + signal) }
    }
  }

  /// The seconds that it takes at most to end processes and to keep what was learned, on a busy machine.
  private static let patience = 10.0

  /// The time of the first request to stop.
  private final class Presses: Sendable {
    private let first = Mutex<ContinuousClock.Instant?>(nil)

    var areThere: Bool { first.withLock { $0 != nil } }

    /// Whether nobody has asked before; `nil` where somebody has, and asks again.
    func next() -> Bool? {
      first.withLock { first in
        guard let before = first else {
          first = .now
          return true
        }
        return before.duration(to: .now) < .milliseconds(300) ? false : nil
      }
    }
  }
}

extension Interruption {
  /// Tells whoever waits for a key that the window has another size.
  static func watchWindow() -> SignalWatch {
    window.withLock { window in
      guard window == nil else { return }
      let source = DispatchSource.makeSignalSource(signal: SIGWINCH)
      source.setEventHandler { Waking.resize() }
      source.resume()
      window = source
    }
    // Nobody minds to be told in vain.
    return SignalWatch {}
  }

  private static let window = Mutex<(any DispatchSourceSignal)?>(nil)
}
