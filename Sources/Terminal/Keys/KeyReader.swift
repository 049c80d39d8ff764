import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A key that somebody pressed.
package enum Key: Equatable, Sendable {
  case space, enter, escape, backspace, up, down, left, right, home, endKey
  case character(Character)
  /// A key that sends a longer sequence, such as page down: nobody has asked for it.
  case other
  /// Ctrl-C, or a signal that ends the program.
  case interrupt
  /// Not a key: the window has another size.
  case resized
  /// Not a key: none came in time.
  case late
  /// The input is over.
  case end
}

/// A reader of single keys from the terminal. While it waits, keys are not echoed; afterwards the terminal is as it
/// was.
package struct KeyReader {
  package init() {}

  /// Waits for a key that the condition accepts, or for the end of the input, or for `Waking`.
  ///
  /// - Parameters:
  ///   - milliseconds: how long it waits for a key at most, before it says `late`; `nil` for ever.
  ///   - countsEarlierKeys: whether what was typed ahead counts; else it is dropped.
  package func next(
    within milliseconds: Int32? = nil, countsEarlierKeys: Bool = true, _ accepts: (Key) -> Bool
  ) -> Key {
    var original = termios()
    guard tcgetattr(STDIN_FILENO, &original) == 0 else { return .end }
    var raw = original
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    // FLUSH drops what is waiting to be read; DRAIN leaves it.
    tcsetattr(STDIN_FILENO, countsEarlierKeys ? TCSADRAIN : TCSAFLUSH, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &original) }
    while true {
      let key = read(milliseconds)
      if key == .end || key == .interrupt || key == .late || accepts(key) { return key }
    }
  }

  private func read(_ milliseconds: Int32?) -> Key {
    if let woken = Waking.wait(for: STDIN_FILENO, milliseconds) { return woken }
    guard let byte = byte() else { return .end }
    switch byte {
    case 0x03: return .interrupt
    case 0x04: return .end
    case 0x0A, 0x0D: return .enter
    case 0x20: return .space
    case 0x7F, 0x08: return .backspace
    case 0x1B: return escapeSequence()
    case 0x80...: return .character(character(startingWith: byte))
    default: return .character(Character(Unicode.Scalar(byte)))
    }
  }

  /// An arrow key sends ESC [ A; a lone ESC sends nothing more.
  private func escapeSequence() -> Key {
    guard isByteWaiting, let next = byte(), next == UInt8(ascii: "[") || next == UInt8(ascii: "O"), let last = byte()
    else { return .escape }
    switch last {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return .right
    case UInt8(ascii: "D"): return .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .endKey
    default:
      // Some terminals send ESC [ 1 ~ and ESC [ 4 ~ for home and end.
      var rest: [UInt8] = [last]
      while isByteWaiting, let next = byte() { rest.append(next) }
      switch String(decoding: rest, as: UTF8.self) {
      case "1~", "7~": return .home
      case "4~", "8~": return .endKey
      default: return .other
      }
    }
  }

  private func character(startingWith first: UInt8) -> Character {
    var bytes = [first]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    while bytes.count < count, let next = byte() { bytes.append(next) }
    return String(decoding: bytes, as: UTF8.self).first ?? "?"
  }

  private var isByteWaiting: Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 25) > 0
  }

  private func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = readOne(&byte)
      if count == 1 { return byte }
      // A signal, such as a change of the window's size, is no end of the input.
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }

  private func readOne(_ byte: inout UInt8) -> Int {
    withUnsafeMutableBytes(of: &byte) { systemRead(STDIN_FILENO, $0.baseAddress, 1) }
  }
}

/// The struct's own `read` hides the system's.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
