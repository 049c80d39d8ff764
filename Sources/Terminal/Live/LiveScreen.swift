import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal while pictures move on it: its other screen, without a cursor, typed keys not echoed.
///
/// What was on the terminal before comes back afterwards, however the command ends: by itself, by Ctrl-C, by `exit`.
/// While it is suspended with Ctrl-Z the terminal is the shell's.
package enum LiveScreen {
  private struct State {
    var isOn = false
    var isPrepared = false
    var original = termios()
    /// The call that draws everything anew after the command was suspended.
    var redraw: (@Sendable () -> Void)?
  }

  private static let state = Mutex(State())

  /// The other screen, no cursor, and lines that are not wrapped.
  private static let on = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"
  // Emptied first: tmux takes lines that are wider than the window was when the screen was taken back with it.
  private static let off = "\u{1B}[H\u{1B}[2J\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

  package static var isOn: Bool { state.withLock { $0.isOn } }

  /// Whether the terminal listens to this command, and not to another one that the shell runs in front of it.
  package static var isInForeground: Bool { tcgetpgrp(STDOUT_FILENO) == getpgrp() }

  /// Takes the terminal.
  ///
  /// - Parameter redraw: called where the command goes on after it was suspended.
  /// - Returns: `false` where the terminal is not this command's to take.
  package static func enter(redraw: @escaping @Sendable () -> Void) -> Bool {
    guard isInForeground else { return false }
    return state.withLock { state in
      guard !state.isOn else { return true }
      state.redraw = redraw
      prepare(&state)
      switchOn(&state)
      return true
    }
  }

  /// Gives the terminal back.
  package static func leave() {
    state.withLock { state in
      state.redraw = nil
      switchOff(&state)
    }
  }

  private static func switchOn(_ state: inout State) {
    state.isOn = true
    if tcgetattr(STDIN_FILENO, &state.original) == 0 {
      var quiet = state.original
      quiet.c_lflag &= ~tcflag_t(ICANON | ECHO)
      tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet)
    }
    put(on)
  }

  private static func switchOff(_ state: inout State) {
    guard state.isOn else { return }
    state.isOn = false
    put(off)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &state.original)
  }

  private static func prepare(_ state: inout State) {
    guard !state.isPrepared else { return }
    state.isPrepared = true
    atexit { LiveScreen.leave() }
    Suspension.prepare()
  }

  /// Gives the terminal back to the shell, until `takeAgain`.
  static func giveBack() { state.withLock { switchOff(&$0) } }

  static func takeAgain() {
    let redraw = state.withLock { state -> (@Sendable () -> Void)? in
      guard state.redraw != nil, !state.isOn else { return nil }
      switchOn(&state)
      return state.redraw
    }
    redraw?()
  }

  private static func put(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      // Where nothing can be written there is nobody to see it either.
      guard written > 0 || errno == EINTR else { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }
}
