import Dispatch
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
  static func watch() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        command.withLock { $0?.cancel() }
        // Whoever waits for a key or a line is told, too.
        Waking.interrupt()
      }
      source.setCancelHandler { signal(number, SIG_DFL) }
      source.resume()
      return source
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
