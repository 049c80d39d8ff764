import Cells
import Events
import Figures
import Foundation
import Terminal
import TestSupport
import Testing

/// Whatever bytes a cell writes, they are read and drawn: a faulty event is told, and nothing crashes on the way from
/// the pipe to the screen.
@Suite struct EventFuzzTests {
  /// One of each, as cells write them.
  static let lines: [[UInt8]] = {
    let bounds = Bounds(x: -1...1, y: 0...2)
    let events: [Event] = [
      .text("plain, σ and 🙂"), .progress(step: 3, total: 10, unit: "epoch"),
      .metric(Metric(name: "loss", value: 0.5, unit: "nats", expected: 0...1)),
      .series(Series(name: "loss", x: [1, 2, 3], y: [3, 2, 1])),
      .image(
        Picture(width: 2, height: 2, channels: .grey, bytes: [0, 90, 180, 255], caption: "c", alternative: "a")),
      .points(PointCloud(name: "ring", x: [0, 1], y: [1, 0], classes: [0, 1], bounds: bounds)),
      .field(Field(name: "ring", columns: 2, rows: 2, values: [0, 1, 2, 3], bounds: bounds)),
      .arrows(Arrows(name: "ring", x: [0], y: [1], dx: [0.5], dy: [0.5], bounds: bounds)),
      .table(Table(name: "t", head: ["a", "b"], rows: [["1", "2"]])),
      .bars(Bars(name: "h", labels: ["a", "b"], values: [1, 2])),
      .parameter(Setting(name: "beta", value: 1, range: 0...8, step: 0.5)), .kept(name: "w", count: 4),
      .error(message: "no", line: 3), .done(seed: 7, seconds: 0.5, digest: "0123456789abcdef"),
    ]
    return events.map { EventEncoder.line(for: $0, cell: "c") }
  }()

  /// What a number, a word or a list is replaced with.
  static let pieces = [
    "0", "-1", "1e308", "-1e999", "3.4e38", "1e-45", "9007199254740993", "9223372036854775807", "-9223372036854775808",
    "18446744073709551616", "null", "NaN", "Infinity", "true", "\"\"", "[]", "[[]]", "{}", "[null,null]",
    "\"\\u001b[2J\"",
    "\"\\ud800\"", "16384", "4096", "[1]", "[1e38,-1e38]", "[3e38,-3e38,null]", "[-3.4e38,3.4e38,-3.4e38,3.4e38]",
    "[0,1e-45,0,1e-45]",
    "[1e38,1.0000001e38,-1,1]", "[1,2,3,4]", "[9223372036854775807,-9223372036854775808]",
  ]

  /// Draws what was read, at several sizes.
  func draw(_ events: [CellEvent], _ random: inout SeededGenerator) {
    let sizes = [(1, 1), (80, 24), (200, 60), (7, 3)]
    let size = sizes[Int.random(in: 0..<sizes.count, using: &random)]
    var view = RunView(screen: Screen(width: size.0, height: size.1, colours: .full, isInteractive: true))
    for event in events {
      view.add(event.event)
      _ = view.frame(seconds: 1)
    }
    _ = view.result()
    let plain = Recording(events.map(\.event)).items.map(\.sentence).joined(separator: "\n")
    let isClean = plain.unicodeScalars.allSatisfy {
      ["\n", "\t"].contains($0) || $0.properties.generalCategory != .control
    }
    #expect(isClean, "\(plain)")
  }

  @Test func mutatedStreams() {
    var random = SeededGenerator(seed: 11)
    var refused = 0, taken = 0
    for _ in 0..<2_500 {
      var stream: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        stream += mutated(Self.lines[Int.random(in: 0..<Self.lines.count, using: &random)], &random)
      }
      var decoder = EventDecoder(), events: [CellEvent] = []
      // In pieces, as a pipe hands them over.
      while !stream.isEmpty {
        let count = Int.random(in: 1...stream.count, using: &random)
        events += decoder.decode(stream.prefix(count))
        stream.removeFirst(count)
      }
      events += decoder.finish()
      for event in events { if case .error = event.event { refused += 1 } else { taken += 1 } }
      draw(events, &random)
    }
    // Both ways were walked often.
    #expect(refused > 1_000)
    #expect(taken > 1_000)
  }

  @Test func randomBytes() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      var decoder = EventDecoder()
      draw(decoder.decode(bytes) + decoder.finish(), &random)
    }
  }

  /// A value is replaced, cut out or doubled, or some bytes are changed.
  func mutated(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var line = line
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let colons = line.indices.filter { line[$0] == UInt8(ascii: ":") }
      guard let colon = colons.randomElement(using: &random) else { return line }
      let isList = line[colon...].dropFirst().first == UInt8(ascii: "[")
      let ends = isList ? [UInt8(ascii: "]")] : [UInt8(ascii: ","), UInt8(ascii: "}")]
      let last = line[colon...].firstIndex { ends.contains($0) } ?? line.endIndex - 1
      let end = isList ? last + 1 : last
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1: line.replaceSubrange((colon + 1)..<end, with: Self.pieces.randomElement(using: &random)!.utf8)
      case 2: line[Int.random(in: 0..<line.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      default: line.replaceSubrange((colon + 1)..<end, with: String(repeating: "[", count: 300).utf8)
      }
    }
    return line
  }
}
