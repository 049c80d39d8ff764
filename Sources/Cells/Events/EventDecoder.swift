import Course
import Display
import Foundation

/// Reads what a cell writes: event lines, and between them whatever the learner's code prints.
///
/// Takes any bytes. What is not an event of this version becomes a text or an error event, never a crash, and control
/// characters are replaced by visible signs, so that a cell cannot move the reader's cursor. A line that is too long, or
/// would take too much room once it is read, is not read, nor what stands behind it.
package struct EventDecoder {
  /// The limit at which reading has ended.
  private(set) var excess: EventLimit?
  private var rest: [UInt8] = []
  /// Bytes of `rest` that are known to hold no end of a line: an endless line is looked at once, not once a piece.
  private var searched = 0
  private let decoder = JSONDecoder()
  /// What stands ahead of an event (RFC 7464).
  private static let separator: UInt8 = 0x1E

  package init() {}

  /// The events that `bytes` complete. A line may arrive in pieces.
  package mutating func decode(_ bytes: some Sequence<UInt8>) -> [CellEvent] {
    guard excess == nil else { return [] }
    rest += bytes
    var events: [CellEvent] = []
    var start = 0
    while let end = rest[max(start, searched)...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == Self.separator }
    ) {
      // Nothing stands between the end of one event and the beginning of the next.
      if rest[end] != Self.separator || end > start { read(start..<end, into: &events) }
      start = end + 1
    }
    rest.removeFirst(start)
    if rest.count > Limits.line { excess = excess ?? .line }
    if excess != nil { rest = [] }
    searched = rest.count
    return events
  }

  /// What stands on an unfinished last line.
  package mutating func finish() -> [CellEvent] {
    guard !rest.isEmpty else { return [] }
    defer { (rest, searched) = ([], 0) }
    var events: [CellEvent] = []
    read(rest.indices, into: &events)
    return events
  }

  private mutating func read(_ range: Range<Int>, into events: inout [CellEvent]) {
    guard excess == nil else { return }
    do {
      events.append(try event(rest[range]))
    } catch {
      excess = error
    }
  }

  private func event(_ line: ArraySlice<UInt8>) throws(EventLimit) -> CellEvent {
    if line.count > Limits.line { throw .line }
    guard line.starts(with: #"{"v":"#.utf8) else {
      return CellEvent(cell: nil, event: .text(visible(String(decoding: line, as: UTF8.self))))
    }
    let shape = EventShape(line)
    // What else an event has, such as its bounds, is little.
    if shape.values > Limits.numbersOfEvent + 100 { throw .numbersOfEvent }
    do {
      guard shape.fields <= EventShape.mostFields else { throw EventLine.Malformed() }
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
