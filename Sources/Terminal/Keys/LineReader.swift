#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A reader of standard input, line by line, so that a signal can end the wait.
package final class LineReader {
  package enum Outcome: Equatable, Sendable {
    case line(String)
    case end
    case interrupted
  }

  private var waiting: [UInt8] = []
  private var isOver = false

  package init() {}

  package func next() -> Outcome {
    while true {
      if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
        let line = waiting[..<end]
        let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        waiting.removeSubrange(...end)
        return .line(text)
      }
      guard !isOver else {
        guard !waiting.isEmpty else { return .end }
        defer { waiting = [] }
        return .line(String(decoding: waiting, as: UTF8.self))
      }
      switch Waking.wait(for: STDIN_FILENO) {
      case .interrupt?: return .interrupted
      case nil: fill()
      default: continue
      }
    }
  }

  private func fill() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR { return }
    if count <= 0 { isOver = true } else { waiting += bytes[..<count] }
  }
}
