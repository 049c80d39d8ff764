import Foundation
import TestSupport
import Testing

@testable import Events

/// What the encoder writes, read by a reader of JSON that is not ours.
@Suite struct EventEncoderTests {
  func object(_ event: Event, cell: String = "train") throws -> [String: Any] {
    let line = EventEncoder.line(for: event, cell: cell)
    #expect(line.last == UInt8(ascii: "\n"))
    #expect(line.count { $0 == UInt8(ascii: "\n") } == 1, "an event is one line")
    return try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  @Test(arguments: EventKind.allCases) func everyEventIsOneLineOfJSON(kind: EventKind) throws {
    #expect(!kind.samples.isEmpty)
    for event in kind.samples {
      #expect(EventKind(event) == kind)
      let object = try object(event, cell: #"a "b""#)
      #expect(object["v"] as? Int == 1)
      #expect(object["cell"] as? String == #"a "b""#)
      #expect(object["kind"] as? String == kind.rawValue)
    }
  }

  /// The host tells an event from what the learner's code prints by how the line begins.
  @Test(arguments: EventKind.allCases) func everyLineBeginsWithTheVersion(kind: EventKind) {
    for event in kind.samples {
      #expect(
        String(decoding: EventEncoder.line(for: event, cell: "x"), as: UTF8.self).hasPrefix(#"{"v":1,"cell":"x","#))
    }
  }

  @Test func everyCharacterComesBack() throws {
    let scalars = (0...0x2FF).compactMap { Unicode.Scalar($0) } + ["\u{2028}", "\u{2029}", "\u{FFFD}", "\u{1F642}"]
    for scalar in scalars {
      let text = "a\(Character(scalar))b"
      #expect(try object(.text(text))["text"] as? String == text, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func controlCharactersAreEscaped() {
    for value in Array(UInt8(0)..<0x20) + [0x7F] {
      let line = EventEncoder.line(for: .text(String(Unicode.Scalar(value))), cell: "x").dropLast()
      #expect(!line.contains(value))
    }
  }

  @Test func whatJSONLacksIsNull() throws {
    for value in [Float.nan, .infinity, -.infinity] {
      #expect(try object(.metric(Metric(name: "m", value: value)))["value"] is NSNull)
      let series = try object(.series(Series(name: "s", x: [1, value, 3], y: [value, 2, value])))
      #expect((series["x"] as? [Any])?.map { $0 is NSNull } == [false, true, false])
      #expect((series["y"] as? [Any])?.map { $0 is NSNull } == [true, false, true])
    }
    #expect(try object(.done(seed: 1, seconds: .infinity, digest: ""))["seconds"] is NSNull)
  }

  @Test func figuresKeepTheirBits() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      guard value.isFinite else { continue }
      let text = String(
        decoding: EventEncoder.line(for: .metric(Metric(name: "m", value: value)), cell: "x"), as: UTF8.self)
      let digits = try #require(text.firstMatch(of: /"value":([^,]+),/)).1
      #expect(Float(String(digits))?.bitPattern == value.bitPattern)
    }
  }

  @Test func base64IsFoundations() throws {
    var random = SeededGenerator(seed: 2)
    for count in 1...100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let picture = Picture(width: count, height: 1, channels: .grey, bytes: bytes, caption: "", alternative: "")
      #expect(try object(.image(picture))["bytes"] as? String == Data(bytes).base64EncodedString())
    }
    let none = Picture(width: 0, height: 0, channels: .grey, bytes: [], caption: "", alternative: "")
    #expect(try object(.image(none))["bytes"] as? String == "")
  }

  @Test func bandAndLineAreThereOnlyWhereTheyAreKnown() throws {
    #expect(try object(.metric(Metric(name: "m", value: 1)))["lowest"] == nil)
    let banded = try object(.metric(Metric(name: "m", value: 1, expected: 0.5...2)))
    #expect(banded["lowest"] as? Double == 0.5)
    #expect(banded["highest"] as? Double == 2)
    #expect(try object(.error(message: "m", line: nil))["line"] == nil)
    #expect(try object(.error(message: "m", line: 7))["line"] as? Int == 7)
  }

  /// A seed has 64 bits, more than a number of JSON is sure to keep.
  @Test func seedIsText() throws {
    #expect(try object(.done(seed: .max, seconds: 1, digest: "d"))["seed"] as? String == "18446744073709551615")
  }
}
