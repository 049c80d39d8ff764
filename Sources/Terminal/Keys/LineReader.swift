import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A reader of standard input, line by line, so that a signal can end the wait. What has been read beyond a line is there for
/// whoever asks next.
package enum LineReader {
  package enum Outcome: Equatable, Sendable {
    case line(String)
    case end
    case interrupted
  }

  private struct State {
    var waiting: [UInt8] = []
    var isOver = false
  }

  private static let state = Mutex(State())

  package static func next() -> Outcome { state.withLock { next(&$0) } }

  private static func next(_ state: inout State) -> Outcome {
    while true {
      if let end = state.waiting.firstIndex(of: UInt8(ascii: "\n")) {
        let line = state.waiting[..<end]
        let text = String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        state.waiting.removeSubrange(...end)
        return .line(text)
      }
      guard !state.isOver else {
        guard !state.waiting.isEmpty else { return .end }
        defer { state.waiting = [] }
        return .line(String(decoding: state.waiting, as: UTF8.self))
      }
      switch Waking.wait(for: STDIN_FILENO) {
      case .interrupt?: return .interrupted
      case nil: fill(&state)
      default: continue
      }
    }
  }

  private static func fill(_ state: inout State) {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR { return }
    if count <= 0 { state.isOver = true } else { state.waiting += bytes[..<count] }
  }
}
