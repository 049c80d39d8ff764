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
  ///
  /// - Parameter asking: asks what runs to stop by itself, and says whether it hears: then it has two seconds, unless
  ///   somebody presses Ctrl-C again. A closed terminal waits for nothing.
  static func watch(asking: (@Sendable () -> Bool)? = nil) -> [any DispatchSourceSignal] {
    let isAsked = Mutex(false)
    return [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        let isFirst = isAsked.withLock { isAsked in
          defer { isAsked = true }
          return !isAsked
        }
        guard isFirst, number != SIGHUP, asking?() == true else { return cancel() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 2) { cancel() }
      }
      source.setCancelHandler { signal(number, SIG_DFL) }
      source.resume()
      return source
    }
  }

  private static func cancel() { command.withLock { $0?.cancel() } }
}
