import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A line on the terminal of whoever waits, which goes again; nothing where standard error is none.
struct PassingSign {
  private let isShown: Bool
  private var next = ContinuousClock.now + .seconds(1)
  private var isThere = false

  init(isPlain: Bool) {
    isShown = !isPlain && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Shows a text, not before a second has gone, and a few times a second at most.
  mutating func show(_ text: String) {
    guard isShown, ContinuousClock.now >= next else { return }
    next = ContinuousClock.now + .milliseconds(200)
    isThere = true
    Output.sign("\r\u{1B}[K\(text)")
  }

  mutating func clear() {
    if isThere { Output.sign("\r\u{1B}[K") }
    isThere = false
  }
}
