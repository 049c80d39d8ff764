import Course
import Events
import Testing

@testable import Cells

/// What a cell says of its end and of points that it shows is let through in its order, and no other.
@Suite struct EventGateTests {
  static let cell = Cell(number: 1, id: "c", file: "Lessons/a.md", firstLine: 1, code: "")
  static let two = Event.explore(
    Exploration(name: "e", axes: ["x", "y"], from: [0, 0], to: [1, 1], start: [0, 0]))
  static let one = Event.explore(Exploration(name: "e", axes: ["x"], from: [0], to: [1], start: [0]))
  static let done = Event.done(seed: 1, seconds: 1, digest: "d")
  static let text = Event.text("t")
  static func explored(_ numbers: Float...) -> Event { .explored(point: numbers) }

  /// A cell that is asked for so many points behind its end, each when it rests.
  final class Host {
    var asked: Int
    var isAsked = true
    var rests = 0
    var mayStop = false

    init(asked: Int) { self.asked = asked }

    func rest() -> Bool {
      guard isAsked else { return false }
      rests += 1
      isAsked = asked > 0
      asked -= 1
      return true
    }
  }

  /// How many of the events are let through, and why no more.
  func pass(
    _ events: [Event], to host: Host? = nil, as id: String = "c"
  ) -> (count: Int, misplaced: CellError.MisplacedEvent?) {
    var gate = EventGate(Self.cell, rests: { host?.rest() ?? false }, mayStop: { host?.mayStop ?? false })
    var count = 0
    for event in events { _ = gate.read(EventEncoder.line(for: event, cell: id)) { _ in count += 1 } }
    guard let refusal = gate.result.refusal else { return (count, nil) }
    guard case .misplaced(let event) = refusal else {
      Issue.record("\(refusal)")
      return (count, nil)
    }
    return (count, event)
  }

  static let plain: [[Event]] = [
    [text, done], [text, done, text], [two, text, explored(0, 0), text, done], [one, explored(0), done],
    // It stopped in between.
    [two, text], [two, explored(0, 0)], [],
  ]

  @Test(arguments: plain) func whatALibraryWritesComesThrough(events: [Event]) {
    #expect(pass(events) == (events.count, nil))
    let host = Host(asked: 0)
    #expect(pass(events, to: host) == (events.count, nil))
    let isExplored = events.contains(Self.two) || events.contains(Self.one)
    #expect(host.rests == (isExplored && events.contains(Self.done) ? 1 : 0))
  }

  @Test func pointsThatWereAskedForComeThrough() {
    let host = Host(asked: 2)
    let events = [Self.two, Self.explored(0, 0), Self.done, Self.text, Self.explored(1, 1), Self.explored(0, 1)]
    #expect(pass(events, to: host) == (6, nil))
    #expect(host.rests == 3)
    #expect(pass(events + [Self.explored(0, 1)], to: Host(asked: 2)) == (6, .exploredUnasked))
  }

  struct Forged: CustomTestStringConvertible {
    var testDescription: String
    var events: [Event]
    var passed: Int
    var misplaced: CellError.MisplacedEvent
    var asked = 2
  }

  static let forged = [
    Forged(testDescription: "nothing to explore", events: [explored(0, 0)], passed: 0, misplaced: .exploredUnasked),
    Forged(
      testDescription: "behind the end", events: [done, explored(0, 0)], passed: 1, misplaced: .exploredUnasked),
    Forged(
      testDescription: "twice at the start", events: [two, explored(0, 0), explored(0, 0)], passed: 2,
      misplaced: .exploredUnasked),
    Forged(
      testDescription: "too many numbers", events: [two, .explored(point: Array(repeating: 0, count: 99))], passed: 1,
      misplaced: .explored(numbers: 99, axes: 2)),
    Forged(
      testDescription: "too few numbers", events: [two, explored(0)], passed: 1,
      misplaced: .explored(numbers: 1, axes: 2)),
    Forged(
      testDescription: "no number", events: [two, explored()], passed: 1, misplaced: .explored(numbers: 0, axes: 2)),
    Forged(
      testDescription: "too many numbers, later", events: [two, explored(0, 0), done, explored(0, 0, 0)], passed: 3,
      misplaced: .explored(numbers: 3, axes: 2)),
    Forged(testDescription: "other axes", events: [two, one], passed: 1, misplaced: .exploreAgain),
    Forged(
      testDescription: "other axes, later", events: [two, explored(0, 0), one], passed: 2, misplaced: .exploreAgain),
    Forged(testDescription: "explore behind the end", events: [done, two], passed: 1, misplaced: .exploreAgain),
    Forged(testDescription: "done twice", events: [done, done], passed: 1, misplaced: .doneAgain),
    Forged(
      testDescription: "done twice, exploring", events: [two, explored(0, 0), done, done], passed: 3,
      misplaced: .doneAgain),
    Forged(testDescription: "done in the first point", events: [two, text, done], passed: 2, misplaced: .doneInPoint),
    Forged(
      testDescription: "nobody asks", events: [two, explored(0, 0), done, explored(0, 0)], passed: 3,
      misplaced: .exploredUnasked, asked: 0),
    Forged(
      testDescription: "stopped", events: [text, .stopped(step: 1, total: 2, isKept: true)], passed: 1,
      misplaced: .stoppedUnasked),
  ]

  @Test(arguments: forged) func whatIsForgedIsTold(forged: Forged) {
    #expect(pass(forged.events + [Self.text], to: Host(asked: forged.asked)) == (forged.passed, forged.misplaced))
  }

  @Test func aStopThatWasAskedForComesThrough() {
    let stopped = Event.stopped(step: 1, total: 2, isKept: true)
    let host = Host(asked: 0)
    host.mayStop = true
    #expect(pass([stopped], to: host) == (1, nil))
    #expect(pass([stopped], to: host, as: "needed") == (1, nil))
    #expect(pass([stopped], as: "needed") == (0, .stoppedUnasked))
  }

  /// Of what a needed cell says of itself, nothing follows for this one.
  @Test func neededCellsAreNoneOfThis() {
    var gate = EventGate(Self.cell)
    for event in [Self.two, Self.two, Self.explored(1), Self.done, Self.done] {
      #expect(gate.read(EventEncoder.line(for: event, cell: "needed")) { _ in })
    }
    #expect(!gate.result.isDone)
    #expect(gate.read(EventEncoder.line(for: Self.done, cell: "c")) { _ in })
    #expect(gate.result.isDone)
  }

  /// Each point may show as much as the run did; behind a rest that nobody gave, nothing begins anew.
  @Test func whatIsShownOfAPointBeginsAnew() {
    let line = String(repeating: "\n", count: Limits.lines)
    let opening = [Self.two, Self.explored(0, 0), Self.done].flatMap { EventEncoder.line(for: $0, cell: "c") }
    var gate = EventGate(Self.cell, rests: { true })
    #expect(gate.read(opening) { _ in })
    for _ in 0..<2 {
      #expect(gate.read(line.utf8) { _ in })
      #expect(gate.read(EventEncoder.line(for: Self.explored(0, 1), cell: "c")) { _ in })
    }
    #expect(!gate.read((line + "\n").utf8) { _ in })
    var plain = EventGate(Self.cell)
    #expect(plain.read(opening) { _ in })
    #expect(plain.read(line.utf8) { _ in })
    #expect(!plain.read("\n".utf8) { _ in })
    #expect(plain.result.refusal == .saidTooMuch(.lines))
  }

  /// What no exploration has is a faulty event.
  @Test(arguments: [
    #""kind":"explored","point":[1e39]"#, #""kind":"explored","point":[null]"#, #""kind":"explored""#,
    #""kind":"explore","name":"e","axes":["x"],"from":[-3e38],"to":[3e38],"start":[0]"#,
    #""kind":"explore","name":"e","axes":["x"],"from":[-1e39],"to":[1],"start":[0]"#,
  ]) func whatIsNotFiniteIsRefused(fields: String) {
    var decoder = EventDecoder()
    let events = decoder.decode(#"{"v":1,"cell":"c",\#(fields)}"#.utf8) + decoder.finish()
    #expect(events.count == 1)
    if case .error? = events.first?.event { return }
    Issue.record("\(events)")
  }
}
