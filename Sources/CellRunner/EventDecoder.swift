import Display
import Foundation

/// Reads what a cell writes: event lines, and between them whatever the learner's code prints.
///
/// Takes any bytes. What is not an event of this version becomes a text or an error event, never a crash, and control
/// characters are replaced by visible signs, so that a cell cannot move the reader's cursor.
package struct EventDecoder {
  private var rest: [UInt8] = []
  /// Bytes of `rest` that are known to hold no end of a line: an endless line is looked at once, not once a piece.
  private var searched = 0
  private let decoder = JSONDecoder()
  /// What stands ahead of an event (RFC 7464).
  private static let separator: UInt8 = 0x1E

  package init() {}

  /// The events that `bytes` complete. A line may arrive in pieces.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [CellEvent] {
    rest += bytes
    var events: [CellEvent] = []
    var start = 0
    while let end = rest[max(start, searched)...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == Self.separator }
    ) {
      // Nothing stands between the end of one event and the beginning of the next.
      if rest[end] != Self.separator || end > start { events.append(event(rest[start..<end])) }
      start = end + 1
    }
    rest.removeFirst(start)
    searched = rest.count
    return events
  }

  /// What stands on an unfinished last line.
  package mutating func finish() -> [CellEvent] {
    guard !rest.isEmpty else { return [] }
    defer { (rest, searched) = ([], 0) }
    return [event(rest[...])]
  }

  private func event(_ line: ArraySlice<UInt8>) -> CellEvent {
    guard line.starts(with: #"{"v":"#.utf8) else {
      return CellEvent(cell: nil, event: .text(visible(String(decoding: line, as: UTF8.self))))
    }
    do {
      return try decoder.decode(EventLine.self, from: Data(line)).event()
    } catch {
      return CellEvent(
        cell: nil,
        event: .error(message: "the cell wrote an event that cannot be read: \(visible(brief(line)))", line: nil))
    }
  }

  private func brief(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.prefix(80), as: UTF8.self) + (line.count > 80 ? "…" : "")
  }
}

/// An event and the id of the cell that it came from, where the line named one.
package struct CellEvent: Equatable, Sendable {
  package var cell: String?
  package var event: Event
}

/// The text with every control character but the tab replaced by a sign that shows it.
func visible(_ text: String) -> String {
  guard hasControl(text) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(scalar)
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Whether there is a control character in the text, by its bytes: a cell may write a lot.
private func hasControl(_ text: String) -> Bool {
  var last: UInt8 = 0
  for byte in text.utf8 {
    if byte < 0x20 || byte == 0x7F || (last == 0xC2 && byte < 0xA0) { return true }
    last = byte
  }
  return false
}
