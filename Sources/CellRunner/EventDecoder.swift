import Course
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

  /// Whether the cell itself says it, and not one that it needs. What bypasses `print` names no cell.
  package func isOf(_ cell: Cell) -> Bool { self.cell == nil || self.cell == cell.id }
}
