import Events
import Foundation
import TestSupport
import Testing

/// Whatever a cell writes: the host reads it, and never crashes.
@Suite struct EventDecoderInputTests {
  @Test func anyBytes() {
    var random = SeededGenerator(seed: 4)
    var decoder = EventDecoder()
    var lines = 0, events = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...60, using: &random)
      // Record separators are counted below: here only lines end.
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }.filter { $0 != 0x1E }
      lines += bytes.count { $0 == UInt8(ascii: "\n") }
      let decoded = decoder.decode(bytes)
      events += decoded.count
      for event in decoded { expectNoControl(event) }
    }
    #expect(events == lines)
  }

  @Test func linesWithAFewBytesChanged() {
    let lines = EventKind.allSamples.map { EventEncoder.line(for: $0, cell: "c").dropLast() }
    let pieces = [
      "\"", "{", "}", "[", "]", ":", ",", "null", "-", "1e999", "9223372036854775808", "\\", "\\u", "0", "\u{1B}",
    ]
    var random = SeededGenerator(seed: 5)
    var refused = 0, taken = 0
    for round in 0..<20_000 {
      var line = Array(lines[round % lines.count])
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<line.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: line[place] = UInt8.random(in: 0...255, using: &random)
        case 1: line.remove(at: place)
        case 2: line.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: place)
        default: line.removeSubrange(place..<min(line.count, place + 9))
        }
        if line.isEmpty { line = [0] }
      }
      // An end of a line, or a record separator, would make two lines of it.
      line.removeAll { $0 == UInt8(ascii: "\n") || $0 == 0x1E }
      var decoder = EventDecoder()
      let events = decoder.decode(line + [UInt8(ascii: "\n")])
      #expect(events.count == 1)
      for event in events {
        expectNoControl(event)
        if case .error = event.event { refused += 1 } else { taken += 1 }
      }
    }
    // Both ways were walked often.
    #expect(refused > 2_000)
    #expect(taken > 2_000)
  }

  @Test func deepNesting() {
    var decoder = EventDecoder()
    for opening in ["[", "{\"a\":"] {
      let events = decoder.decode((#"{"v":"# + String(repeating: opening, count: 100_000) + "\n").utf8)
      #expect(events.count == 1)
    }
  }

  /// Something else that writes to the pipe may stop in the middle of a line: the event behind it is not lost.
  @Test func aSeparatorEndsWhatWasNotFinished() {
    let event = Event.metric(Metric(name: "accuracy", value: 0.5))
    var decoder = EventDecoder()
    let line: [UInt8] = [0x1E] + EventEncoder.line(for: event, cell: "c")
    let events = decoder.decode(Array("half a li".utf8) + line + line + Array("ne\n".utf8))
    #expect(events.map(\.event) == [.text("half a li"), event, event, .text("ne")])
  }

  /// Read back from JSON, where the encoder has written what it was given: nothing but a tab may be left.
  func expectNoControl(_ event: CellEvent) {
    let line = EventEncoder.line(for: event.event, cell: event.cell ?? "")
    guard let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
      Issue.record("no JSON: \(event)")
      return
    }
    for case let text as String in object.values {
      let isClean = text.unicodeScalars.allSatisfy { $0 == "\t" || $0.properties.generalCategory != .control }
      #expect(isClean, "\(event)")
    }
  }
}
