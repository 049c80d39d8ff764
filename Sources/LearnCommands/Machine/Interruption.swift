import Foundation
import Synchronization
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C while a cell runs: the command's task is cancelled, so that the cell's processes end before the command does.
/// While keys are read: the terminal is put back as it was.
///
/// Only what starts processes or reads keys watches; everything else is simply ended by the signal, as it should be.
enum Interruption {
  /// The task that runs the command.
  static let command = Mutex<Task<Int32, Never>?>(nil)

  /// Cancels the command's task when somebody presses Ctrl-C, ends the process or closes the terminal.
  ///
  /// - Parameter asking: asks what runs to stop by itself, and says whether it hears: then it has two seconds, unless
  ///   somebody presses Ctrl-C again; a key that bounces is pressed once. A closed terminal waits for nothing.
  static func watch(asking: (@Sendable () -> Bool)? = nil) -> [any DispatchSourceSignal] {
    let presses = Presses()
    return [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        guard [SIGINT, SIGTERM].contains(number), let isFirst = presses.next() else { return cancel(number) }
        guard isFirst else { return }
        guard asking?() == true else { return cancel(number) }
        cancelSoon()
      }
      // A command that was asked to stop is about to say what it has kept: a second press must not end it first.
      source.setCancelHandler { if !presses.areThere { signal(number, SIG_DFL) } }
      source.resume()
      return source
    }
  }

  /// Cancels the command's task where it has not come to its end two seconds from now.
  static func cancelSoon() {
    DispatchQueue.global().asyncAfter(deadline: .now() + 2) { cancel() }
  }

  /// - Parameter signal: what asked for it.
  private static func cancel(_ signal: Int32 = SIGINT) {
    command.withLock { $0?.cancel() }
    // Whoever waits for a key or a line is told, too.
    Waking.interrupt()
    // What computes and never looks up is ended all the same; with us ends what we have started.
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) {
      // As a shell tells it, and with the terminal given back.
      exit(128 + signal)
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
  static func watchWindow() -> any DispatchSourceSignal {
    let source = DispatchSource.makeSignalSource(signal: SIGWINCH)
    source.setEventHandler { Waking.resize() }
    source.resume()
    return source
  }
}
