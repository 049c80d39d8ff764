import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-C while a cell runs: the command's task is cancelled, so that the cell's processes end before the command does.
///
/// Only what starts processes watches; everything else is simply ended by the signal, as it should be.
enum Interruption {
  /// The task that runs the command.
  static let command = Mutex<Task<Int32, Never>?>(nil)

  /// Cancels the command's task when somebody presses Ctrl-C, ends the process or closes the terminal.
  static func watch() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { command.withLock { $0?.cancel() } }
      source.setCancelHandler { signal(number, SIG_DFL) }
      source.resume()
      return source
    }
  }
}
