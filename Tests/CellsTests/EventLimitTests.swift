import Course
import Events
import Testing

@testable import Cells

/// Each limit of what a cell may say, at its edge: what is as much as it may be is let through, and one thing more ends
/// the cell, as the limit that it is.
@Suite struct EventLimitTests {
  static let cell = Cell(number: 1, id: "c", file: "Lessons/a.md", firstLine: 1, code: "")

  /// Lines that a cell writes, and the one that is too much behind them.
  struct Edge {
    /// What is written so often.
    var line: [UInt8]
    var count = 1
    /// In front of it, once.
    var first: [UInt8] = []
    var more: [UInt8]
  }

  static func event(_ event: Event) -> [UInt8] { EventEncoder.line(for: event, cell: "c") }
  static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  static func field(_ count: Int) -> [UInt8] {
    let columns = min(count, 1_000)
    precondition(count % columns == 0)
    return event(
      .field(
        Field(
          name: "f", columns: columns, rows: count / columns, values: Array(repeating: 0, count: count),
          bounds: Bounds(1))))
  }

  /// A table of so many cells, its head and its rows among them.
  static func table(_ count: Int) -> [UInt8] {
    precondition(count % 2 == 1)
    return event(.table(Table(name: "t", head: ["a"], rows: Array(repeating: ["b"], count: (count - 1) / 2))))
  }

  static func picture(_ bytes: Int) -> [UInt8] {
    let width = min(bytes, 4_096)
    precondition(bytes % width == 0)
    return event(
      .image(
        Picture(
          width: width, height: bytes / width, channels: .grey, bytes: Array(repeating: 0, count: bytes), caption: "p",
          alternative: "")))
  }

  /// A line of JSON of so many bytes, with its line feed.
  static func line(_ count: Int) -> [UInt8] {
    let short = Array(#"{"v":1,"cell":"c","kind":"kept","name":"k","count":1,"bytes":""}"#.utf8)
    let end = short.count - 2
    return short[..<end] + Array(repeating: UInt8(ascii: "A"), count: count - short.count) + short[end...] + [10]
  }

  static func edge(of limit: EventLimit) -> Edge {
    let end = [UInt8](ascii: "\n")
    switch limit {
    case .line:
      // Four letters are three bytes.
      return Edge(line: line(Limits.line - Limits.line % 4), more: line(Limits.line + 1))
    case .numbersOfEvent: return Edge(line: field(Limits.numbersOfEvent), more: field(Limits.numbersOfEvent + 1_000))
    case .labelsOfEvent: return Edge(line: table(Limits.labelsOfEvent - 1), more: table(Limits.labelsOfEvent + 1))
    case .events:
      let line = event(.progress(step: 1, total: 2, unit: ""))
      return Edge(line: line, count: Limits.events, more: line)
    case .lines: return Edge(line: end, count: Limits.lines, more: end)
    case .text:
      return Edge(
        line: Array(text(Limits.text).utf8) + end, more: event(.metric(Metric(name: text(Limits.text + 1), value: 1))))
    case .texts:
      let line = Array(text(Limits.text).utf8) + end
      return Edge(line: line, count: Limits.texts / Limits.text, more: Array("x\n".utf8))
    case .numbers:
      return Edge(
        line: field(Limits.numbersOfEvent), count: Limits.numbers / Limits.numbersOfEvent,
        more: event(.series(Series(name: "s", x: [1], y: [1]))))
    case .labels:
      return Edge(
        line: table(Limits.labelsOfEvent - 1), count: Limits.labels / Limits.labelsOfEvent,
        first: event(
          .bars(
            Bars(
              name: "b", labels: Array(repeating: "a", count: Limits.labels / Limits.labelsOfEvent),
              values: Array(repeating: 0, count: Limits.labels / Limits.labelsOfEvent)))),
        more: event(.bars(Bars(name: "b", labels: ["a"], values: [1]))))
    case .pixels:
      return Edge(line: picture(1 << 20), count: Limits.pixels >> 20, more: picture(1))
    case .figures:
      let setting = event(.parameter(Setting(name: "s", value: 1, range: 0...2)))
      return Edge(line: setting, count: Limits.figures, more: event(.metric(Metric(name: "m", value: 1))))
    }
  }

  @Test(arguments: EventLimit.allCases) func itIsToldAtItsEdge(limit: EventLimit) {
    let edge = Self.edge(of: limit)
    var gate = EventGate(Self.cell)
    var passed = 0
    #expect(gate.read(edge.first) { _ in passed += 1 })
    // As a pipe hands them over, many short ones at once, in one piece: byte by byte it would take a minute.
    let most = max(1, (64 << 10) / edge.line.count)
    let lines = Array(repeating: edge.line, count: min(most, edge.count)).flatMap { $0 }
    var left = edge.count
    while left > 0 {
      let count = min(left, most)
      let goesOn = gate.read(lines.prefix(count * edge.line.count)) { _ in passed += 1 }
      #expect(goesOn)
      left -= count
    }
    #expect(gate.result.refusal == nil)
    let all = edge.count + (edge.first.isEmpty ? 0 : 1)
    #expect(passed == all)
    #expect(!gate.read(edge.more) { _ in passed += 1 })
    #expect(gate.result.refusal == .saidTooMuch(limit))
    // Nothing comes through any more.
    #expect(!gate.read(Self.event(.text("more"))) { _ in passed += 1 })
    gate.finish { _ in passed += 1 }
    #expect(passed == all)
  }

  /// The last line may lack its end.
  @Test func whatIsLeftAtTheEndCounts() {
    var gate = EventGate(Self.cell)
    #expect(gate.read(Self.text(Limits.text + 1).utf8) { _ in })
    var events = 0
    gate.finish { _ in events += 1 }
    #expect(events == 0)
    #expect(gate.result.refusal == .saidTooMuch(.text))
  }

  /// It is known before its end has come, and no more of it is kept.
  @Test func anEndlessLineIsNotHeld() {
    var decoder = EventDecoder()
    let piece = [UInt8](repeating: UInt8(ascii: "["), count: 1 << 20)
    _ = decoder.decode(#"{"v":"#.utf8)
    for _ in 0..<8 { #expect(decoder.decode(piece).isEmpty) }
    #expect(decoder.excess == .line)
    #expect(decoder.decode("\ntext\n".utf8).isEmpty)
    #expect(decoder.finish().isEmpty)
  }

  /// What would take hundreds of megabytes to read is told by its bytes.
  @Test func aShapeOfNoEventIsNotRead() {
    func read(_ line: String) -> (excess: EventLimit?, events: [CellEvent]) {
      var decoder = EventDecoder()
      let events = decoder.decode((line + "\n").utf8)
      return (decoder.excess.map { EventLimit($0) }, events)
    }
    let lists = #"{"v":1,"cell":"c","kind":"table","name":"t","head":[],"cells":["#
    #expect(read(lists + String(repeating: "[],", count: 250_100) + "[]]}").excess == .numbersOfEvent)
    let fields = (0..<20_000).map { "\"\($0)\":0" }.joined(separator: ",")
    let read = read(#"{"v":1,"cell":"c","kind":"text","text":"t",\#(fields)}"#)
    #expect(read.excess == nil)
    guard case .error(let message, _)? = read.events.first?.event else {
      Issue.record("no error: \(read.events)")
      return
    }
    #expect(message.hasPrefix("the cell wrote an event that cannot be read: "))
    // In a text, they are signs like others.
    let commas = String(repeating: #",[:{\""#, count: 30_000)
    #expect(
      self.read(#"{"v":1,"cell":"c","kind":"text","text":"\#(commas)"}"#)
        == [CellEvent(cell: "c", event: .text(commas.replacing("\\", with: "")))])
  }

  private func read(_ line: String) -> [CellEvent] {
    var decoder = EventDecoder()
    return decoder.decode((line + "\n").utf8)
  }

  /// What has a name counts once, whoever says it and however often; the others count each.
  @Test func aFigureOfOneNameCountsOnce() {
    let plane = Bounds(1)
    let same: [Event] = [
      .metric(Metric(name: "n", value: 1)), .series(Series(name: "n", x: [1], y: [1])),
      .points(PointCloud(name: "n", x: [0], y: [0], bounds: plane)),
      .arrows(Arrows(name: "n", x: [0], y: [0], dx: [0], dy: [0], bounds: plane)),
      .field(Field(name: "n", columns: 1, rows: 1, values: [1], bounds: plane)),
      .table(Table(name: "n", head: ["a"], rows: [])), .bars(Bars(name: "n", labels: [], values: [])),
      .image(Picture(width: 1, height: 1, channels: .grey, bytes: [1], caption: "n", alternative: "")),
    ]
    var count = EventCount()
    for _ in 0..<Limits.figures { for event in same { #expect(count.add(CellEvent(cell: nil, event: event)) == nil) } }
    let picture = Picture(width: 1, height: 1, channels: .grey, bytes: [1], caption: "", alternative: "")
    let alone = CellEvent(cell: nil, event: .image(picture))
    // Points, arrows and a heat map of one name are one plane.
    for _ in 6..<Limits.figures { #expect(count.add(alone) == nil) }
    #expect(count.add(alone) == .figures)
  }

  /// Signs take more room when they are shown than they took to write.
  @Test func whatIsMadeVisibleCountsAsItIsShown() {
    let line = [UInt8](repeating: 0x80, count: Limits.text / 3) + [10]
    var gate = EventGate(Self.cell)
    #expect(gate.read(line) { _ in })
    #expect(!gate.read([0x80] + line) { _ in })
    #expect(gate.result.refusal == .saidTooMuch(.text))
  }

  /// A cell may call itself what it likes, as far as that can be shown.
  @Test(arguments: [Limits.text, Limits.text + 1]) func theNameOfACellIsAText(count: Int) {
    var gate = EventGate(Self.cell)
    let line = EventEncoder.line(for: .progress(step: 1, total: 2, unit: ""), cell: Self.text(count))
    #expect(gate.read(line) { _ in } == (count == Limits.text))
    #expect(gate.result.refusal == (count == Limits.text ? nil : .saidTooMuch(.text)))
  }

  /// An end of a line within a text is one.
  @Test func aTextOfManyLinesIsManyLines() {
    let lines = CellEvent(cell: nil, event: .text(String(repeating: "␊", count: 50_000)))
    var count = EventCount()
    #expect(count.add(lines) == nil)
    #expect(count.add(lines) == .lines)
  }
}

extension [UInt8] {
  fileprivate init(ascii text: String) { self = Array(text.utf8) }
}
