import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal while somebody moves through pictures: no echo, no cursor, a screen that gives the former one back.
package final class RawTerminal: Sendable {
  private let original = Mutex<termios?>(nil)

  package init() {}

  /// Keys are no longer echoed, and the screen is a fresh one.
  package func begin() {
    original.withLock { original in
      var state = termios()
      guard original == nil, tcgetattr(STDIN_FILENO, &state) == 0 else { return }
      original = state
      state.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
      tcsetattr(STDIN_FILENO, TCSANOW, &state)
      put("\u{1B}[?1049h\u{1B}[?25l")
    }
  }

  /// All is as it was.
  package func end() {
    original.withLock { original in
      guard var state = original else { return }
      original = nil
      put("\u{1B}[?25h\u{1B}[?1049l")
      tcsetattr(STDIN_FILENO, TCSANOW, &state)
    }
  }

  /// Where nobody is there any more, there is nothing to say it to.
  private func put(_ text: String) {
    _ = text.utf8.withContiguousStorageIfAvailable { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
