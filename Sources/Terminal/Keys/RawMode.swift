import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The mode of the terminal in which keys are read one by one: they are not echoed, make no signals and are not gathered
/// into lines, and what is pasted stands between two marks. However the command ends, the terminal is then as it was.
package enum RawMode {
  private struct State {
    /// The number of those who have entered and not left.
    var depth = 0
    var original = termios()
    var isPrepared = false
    /// Whether the terminal was asked to mark pastes. It is so until the end: text may be pasted between two questions.
    var marksPastes = false
  }

  private static let state = Mutex(State())
  private static let on = "\u{1B}[?2004h"
  /// Also shows the cursor, which lines that are drawn anew have hidden.
  private static let off = "\u{1B}[?2004l\u{1B}[?25h"

  /// Runs a conversation during which the terminal stays in this mode, so that keys that come in quick succession are
  /// never echoed between two questions.
  package static func during<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let isEntered = enter()
    defer { if isEntered { leave() } }
    return try body()
  }

  /// - Returns: `false` where standard input is no terminal.
  static func enter(dropsEarlierKeys: Bool = false) -> Bool {
    state.withLock { state in
      var original = termios()
      guard tcgetattr(STDIN_FILENO, &original) == 0 else { return false }
      prepare(&state)
      if state.depth == 0 { state.original = original }
      state.depth += 1
      if state.depth == 1 || dropsEarlierKeys { take(&state, dropsEarlierKeys) }
      return true
    }
  }

  static func leave() {
    state.withLock { state in
      state.depth -= 1
      if state.depth == 0 { tcsetattr(STDIN_FILENO, TCSADRAIN, &state.original) }
    }
  }

  /// Gives the terminal back to the shell, until `takeAgain`.
  static func giveBack() {
    state.withLock { giveBack(&$0) }
  }

  static func takeAgain() {
    state.withLock { state in
      guard state.depth > 0 || state.marksPastes else { return }
      if state.depth > 0 {
        tcgetattr(STDIN_FILENO, &state.original)
        take(&state, false)
      } else {
        put(on)
      }
    }
  }

  private static func take(_ state: inout State, _ dropsEarlierKeys: Bool) {
    var raw = state.original
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    // FLUSH drops what is waiting to be read; DRAIN leaves it.
    tcsetattr(STDIN_FILENO, dropsEarlierKeys ? TCSAFLUSH : TCSADRAIN, &raw)
    if !state.marksPastes { put(on) }
    state.marksPastes = true
  }

  private static func giveBack(_ state: inout State) {
    if state.depth > 0 { tcsetattr(STDIN_FILENO, TCSADRAIN, &state.original) }
    if state.marksPastes { put(off) }
  }

  private static func prepare(_ state: inout State) {
    guard !state.isPrepared else { return }
    state.isPrepared = true
    atexit { RawMode.giveBack() }
    Suspension.prepare()
  }

  private static func put(_ text: String) {
    guard isatty(STDOUT_FILENO) == 1 else { return }
    let bytes = Array(text.utf8)
    _ = write(STDOUT_FILENO, bytes, bytes.count)
  }
}
