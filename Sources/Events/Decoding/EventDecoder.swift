import JSONLines
import Messages

/// A decoder of what a cell writes: event lines, and between them whatever the learner's code prints.
///
/// Takes any bytes. What is not an event of this version becomes a text or an error event, never a crash, and control
/// characters are replaced by visible signs, so that a cell cannot move the reader's cursor. A line that is too long,
/// or has too many numbers, is not read, nor what stands behind it.
package struct EventDecoder {
  /// The limit that ends the reading.
  package enum Excess: Error {
    /// A line of too many bytes.
    case line
    /// An event of too many numbers.
    case numbers
  }

  /// The limit at which reading has ended.
  package private(set) var excess: Excess?
  private let maximumLine: Int
  private let maximumNumbers: Int
  private var rest: [UInt8] = []
  /// Bytes of `rest` that are known to hold no end of a line: an endless line is looked at once, not once a piece.
  private var searched = 0
  /// The byte that stands ahead of an event (RFC 7464).
  private static let separator: UInt8 = 0x1E

  /// - Parameters:
  ///   - maximumLine: bytes of a line.
  ///   - maximumNumbers: numbers, and words in lists, of one event.
  package init(maximumLine: Int, maximumNumbers: Int) {
    self.maximumLine = maximumLine
    self.maximumNumbers = maximumNumbers
  }

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
    if rest.count > maximumLine { excess = excess ?? .line }
    if excess != nil { rest = [] }
    searched = rest.count
    return events
  }

  /// Returns the events of an unfinished last line.
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

  private func event(_ line: ArraySlice<UInt8>) throws(Excess) -> CellEvent {
    if line.count > maximumLine { throw .line }
    guard Self.isEvent(line) else {
      return CellEvent(cell: nil, event: .text(visible(String(decoding: line, as: UTF8.self))))
    }
    do {
      // What else an event has, such as its bounds, is little.
      return try CellEvent(JSONObject(line, maximumValues: maximumNumbers + 100))
    } catch {
      if error == .tooManyValues { throw .numbers }
      let brief = String(decoding: line.prefix(80), as: UTF8.self) + (line.count > 80 ? "…" : "")
      return CellEvent(
        cell: nil, event: .error(message: "the cell wrote an event that cannot be read: \(visible(brief))", line: nil))
    }
  }

  /// Whether the line begins as those of `EventEncoder` do.
  private static func isEvent(_ line: ArraySlice<UInt8>) -> Bool {
    let beginning: StaticString = #"{"v":"#
    guard line.count >= beginning.utf8CodeUnitCount else { return false }
    for (place, byte) in line.prefix(beginning.utf8CodeUnitCount).enumerated()
    where byte != beginning.utf8Start[place] { return false }
    return true
  }
}
