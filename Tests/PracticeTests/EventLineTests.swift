import Foundation
import SpacedRepetition
import TestSupport
import Testing

@testable import Practice

@Suite struct EventLineTests {
  /// A line as Foundation encodes it.
  struct Line: Encodable {
    var at: Int64
    var counter: Int64
    var device: String
    var event = "answer"
    var exercise = "e"
    var given: String
    var hints = 0
    var item = ""
    var kind = "cards"
    var mark: Double
    var seconds: Double
    var v = 1
  }

  /// Whatever text and numbers are in it, and what is written is read back.
  @Test func linesAreThoseOfFoundation() throws {
    var random = SeededGenerator(seed: 8)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let signs = (0..<0x180).compactMap { Unicode.Scalar($0 as UInt32) } + ["\u{2028}", "→", "😀", "\u{FEFF}", "\u{301}"]
    for round in 0..<3_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<(round % 12) { view.append(signs.randomElement(using: &random) ?? "a") }
      let bits = Double(bitPattern: random.next()).magnitude
      let seconds =
        [0, 1, 0.1, 1e16, 123_456_789, bits.isFinite ? bits : 7, Double.random(in: 0...1, using: &random)][round % 7]
      let line = Line(
        at: Int64.random(in: 0...LogEvent.forGood, using: &random), counter: Int64(round + 1), device: "d",
        given: String(view), mark: Double.random(in: 0...1, using: &random), seconds: seconds)
      let event = LogEvent(
        id: EventID(device: line.device, counter: line.counter), at: line.at, session: "",
        content: .answer(
          Answer(
            item: ItemID(exercise: "e", item: ""), kind: .cards, given: line.given, mark: line.mark,
            seconds: line.seconds)))
      let bytes = EventLine(event).bytes
      #expect(try bytes == Array(encoder.encode(line)), "\(String(decoding: bytes, as: UTF8.self))")
      let read = try EventLine(bytes[...])
      #expect(read.isSame(as: EventLine(event)))
      #expect(read.decoded() == (line.given.utf8.contains(0) ? nil : event))
    }
  }
  @Test(arguments: [
    "", "{}", "[]", #"{"at":1,"counter":1,"device":"d","v":1}"#,
    #"{"at":"1","counter":1,"device":"d","event":"e","v":1}"#,
    #"{"at":1.5,"counter":1,"device":"d","event":"e","v":1}"#, #"{"at":1,"counter":1,"device":"d","event":"e"}"#,
    #"{"at":1,"counter":1,"device":"d","event":"e","rating":256,"v":1}"#,
    #"{"at":1,"counter":1,"device":"d","event":"e","undone":{"device":"d"},"v":1}"#,
    #"{"at":1,"counter":1,"device":"\ud800","event":"e","v":1}"#,
    #"{"at":1,"counter":1,"device":"d","event":"e","v":1}x"#,
    #"{"at":1,"counter":1,"device":"d","event":"e","unproven":1,"v":1}"#,
  ]) func linesThatAreNone(line: String) {
    #expect(throws: EventLineError.malformed) { try EventLine(Array(line.utf8)[...]) }
  }

  /// Whatever else it says: it may differ in anything.
  @Test func linesOfALaterVersion() {
    #expect(throws: EventLineError.newer) { try EventLine(Array(#"{"at":"noon","v":3}"#.utf8)[...]) }
  }

  /// Numbers may be written in other ways than ours, and names not known here are passed over.
  @Test func linesOfOthers() throws {
    let text =
      #" { "v" : 1.0, "at":2e3, "counter":9007199254740992, "device":"d", "x":[{}], "event":"answer","mark":-0 } "#
    let line = try EventLine(Array(text.utf8)[...])
    #expect(line.at == 2_000 && line.counter == 1 << 53 && line.mark?.sign == .plus)
  }
}
