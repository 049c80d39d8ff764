import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ctrl-Z: the terminal is the shell's until the command goes on; then it is taken again, and drawn anew.
enum Suspension {
  private static let signals = Mutex<[any DispatchSourceSignal]>([])

  /// Sees to it from now on.
  static func prepare() {
    signals.withLock { signals in
      guard signals.isEmpty else { return }
      let queue = DispatchQueue(label: "terminal")
      signal(SIGTSTP, SIG_IGN)
      let stop = DispatchSource.makeSignalSource(signal: SIGTSTP, queue: queue)
      stop.setEventHandler { suspend() }
      let goOn = DispatchSource.makeSignalSource(signal: SIGCONT, queue: queue)
      goOn.setEventHandler { resume() }
      signals = [stop, goOn]
      signals.forEach { $0.resume() }
    }
  }

  /// Does what the terminal does where it knows the key itself: all that the shell has started together is suspended.
  static func request() { kill(0, SIGTSTP) }

  private static func suspend() {
    RawMode.giveBack()
    LiveScreen.giveBack()
    kill(getpid(), SIGSTOP)
  }

  private static func resume() {
    // In the background the terminal is another's.
    guard LiveScreen.isInForeground else { return }
    LiveScreen.takeAgain()
    RawMode.takeAgain()
    Waking.resize()
  }
}
