#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A way to end a wait for input from elsewhere: a signal asks the program to end, or the window has changed its size.
package enum Waking {
  /// The two ends of a pipe: what is written at one is waited for at the other.
  private static let ends: (read: Int32, write: Int32)? = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // Nobody waits to write, and a cell's process gets neither end.
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    return (ends[0], ends[1])
  }()

  package static func interrupt() { put(1) }
  package static func resize() { put(2) }

  /// Forgets what would have ended a wait, and has not.
  package static func forget() {
    guard let ends else { return }
    var sign: UInt8 = 0
    while read(ends.read, &sign, 1) == 1 {}
  }

  private static func put(_ sign: UInt8) {
    guard let ends else { return }
    var sign = sign
    // A full pipe is as good: somebody will wake up.
    _ = write(ends.write, &sign, 1)
  }

  /// Waits until there is something to read from `descriptor`, and returns `nil`; or what woke it up.
  static func wait(for descriptor: Int32, _ milliseconds: Int32? = nil) -> Key? {
    guard let ends else { return nil }
    while true {
      var waited = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends.read, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&waited, 2, milliseconds ?? -1)
      if count < 0, errno == EINTR { continue }
      if count == 0 { return .late }
      if count > 0, waited[1].revents != 0 {
        var sign: UInt8 = 0
        if read(ends.read, &sign, 1) == 1 { return sign == 1 ? .interrupt : .resized }
      }
      return nil
    }
  }
}
