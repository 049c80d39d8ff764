#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A reader of single keys from the terminal. While it waits, keys are not echoed; afterwards the terminal is as it
/// was.
package struct KeyReader {
  package init() {}

  /// Waits for a key that the condition accepts, or for the end of the input, or for `Waking`. Ctrl-Z suspends the
  /// command, and then the wait goes on.
  ///
  /// - Parameters:
  ///   - milliseconds: how long it waits for a key at most, before it says `late`; `nil` for ever.
  ///   - countsEarlierKeys: whether what was typed ahead counts; else it is dropped.
  ///   - endsAtControlD: whether Ctrl-D is the end of the input, and not a key.
  package func next(
    within milliseconds: Int32? = nil, countsEarlierKeys: Bool = true, endsAtControlD: Bool = true,
    _ accepts: (Key) -> Bool
  ) -> Key {
    guard RawMode.enter(dropsEarlierKeys: !countsEarlierKeys) else { return .end }
    defer { RawMode.leave() }
    while true {
      let key = read(milliseconds)
      if key == .control("z") {
        Suspension.request()
        continue
      }
      if key == .control("d"), endsAtControlD { return .end }
      if key == .end || key == .interrupt || key == .late || accepts(key) { return key }
    }
  }

  private func read(_ milliseconds: Int32?) -> Key {
    if let woken = Waking.wait(for: STDIN_FILENO, milliseconds) { return woken }
    return KeyDecoder(next: byte, isWaiting: isByteWaiting).key()
  }

  private func isByteWaiting() -> Bool {
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
