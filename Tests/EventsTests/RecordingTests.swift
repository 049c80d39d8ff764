import Events
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@testable import Figures

@Suite struct RecordingTests {
  let picture = Picture(width: 1, height: 1, channels: .grey, bytes: [7], caption: "A pixel", alternative: "Dark.")
  let setting = Setting(name: "beta", value: 1, range: 0...8)

  @Test func pointsJoinTheCurveOfTheirName() {
    let recording = Recording([
      .series(Series(name: "loss", x: [1], y: [3])), .series(Series(name: "gain", x: [1], y: [9])),
      .text("between"), .series(Series(name: "loss", x: [2, 3], y: [2, 1])),
    ])
    #expect(
      recording.items == [
        .curve(Series(name: "loss", x: [1, 2, 3], y: [3, 2, 1])), .curve(Series(name: "gain", x: [1], y: [9])),
        .text("between"),
      ])
  }

  @Test func aMetricReplacesItsFormerValueInItsPlace() {
    let recording = Recording([
      .metric(Metric(name: "loss", value: 3)), .text("between"), .metric(Metric(name: "accuracy", value: 0.5)),
      .metric(Metric(name: "loss", value: 1, unit: "nats")),
    ])
    #expect(
      recording.items == [
        .metric(Metric(name: "loss", value: 1, unit: "nats")), .text("between"),
        .metric(Metric(name: "accuracy", value: 0.5)),
      ])
  }

  @Test func everythingElseStandsInItsOrder() {
    let recording = Recording([
      .text("a"), .image(picture), .parameter(setting), .text("a"), .image(picture), .kept(name: "weights", count: 3),
    ])
    #expect(recording.items == [.text("a"), .picture(picture), .setting(setting), .text("a")])
  }

  /// As if each line had been printed; other signs of control characters stay.
  @Test(arguments: ["\n", "\u{240A}"]) func eachLineOfATextStandsForItself(end: String) {
    let items = Recording([.text(["one", "", "two\u{241B}[1m", ""].joined(separator: end))]).items
    #expect(items == [.text("one"), .text(""), .text("two\u{241B}[1m")])
    #expect(Recording([.text("")]).items == [.text("")])
    #expect(Recording([.text(end)]).items == [.text("")])
  }

  /// A picture of the same caption goes on; one without a caption stands for itself.
  @Test func picturesOfOneCaptionAreOnePicture() {
    var later = picture
    later.bytes = [200]
    #expect(Recording([.image(picture), .text("a"), .image(later)]).items == [.picture(later), .text("a")])
    var nameless = picture
    nameless.caption = ""
    #expect(Recording([.image(nameless), .image(nameless)]).items == [.picture(nameless), .picture(nameless)])
  }

  /// What lies in one plane is one item, and a later heat map takes the place of the former.
  @Test func planesAreGathered() throws {
    let points = PointCloud(name: "ring", x: [0, 1], y: [1, 0], classes: [0, 1], bounds: Bounds(2))
    let first = Field(name: "ring", columns: 1, rows: 1, values: [0], bounds: Bounds(2))
    let second = Field(name: "ring", columns: 1, rows: 1, values: [1], bounds: Bounds(2))
    let recording = Recording([.field(first), .points(points), .text("between"), .field(second)])
    #expect(recording.items.count == 2)
    guard case .plane(let plane) = recording.items[0] else { throw Missing() }
    #expect(plane.field == second)
    #expect(plane.points == points)
    #expect(plane.sentence.hasSuffix("; a heat map from 1 to 1"))
  }

  struct Missing: Error {}

  @Test func theLastReportCounts() throws {
    var recording = Recording([.progress(step: 1, total: 9, unit: "step"), .progress(step: 2, total: 9, unit: "step")])
    #expect(recording.items.isEmpty)
    #expect(recording.progress?.step == 2)
    #expect(recording.progress?.total == 9)
    #expect(recording.done == nil)
    #expect(recording.failure == nil)
    recording.add(.error(message: "no", line: 3))
    recording.add(.done(seed: 7, seconds: 1.5, digest: "d"))
    #expect(recording.failure?.message == "no")
    #expect(recording.failure?.line == 3)
    let done = try #require(recording.done)
    #expect(done == (7, 1.5, "d"))
  }

  /// Two runs are equal when they showed the same, however long they took.
  @Test func equality() {
    let run = Recording([.text("a"), .done(seed: 7, seconds: 1, digest: "d")])
    #expect(run == Recording([.text("a"), .done(seed: 7, seconds: 2, digest: "d")]))
    #expect(run != Recording([.text("a"), .done(seed: 7, seconds: 1, digest: "e")]))
    #expect(run != Recording([.text("b"), .done(seed: 7, seconds: 1, digest: "d")]))
    #expect(run != Recording([.text("a"), .error(message: "no", line: nil), .done(seed: 7, seconds: 1, digest: "d")]))
  }

  /// Whatever a cell calls its figures: each is found at once, however many there are.
  @Test func manyNamesTakeTheTimeOfEach() {
    let names = 30_000
    let start = clock()
    var recording = Recording()
    for round in 0..<2 {
      for name in 0..<names { recording.add(.metric(Metric(name: "m\(name)", value: Float(round)))) }
    }
    #expect(recording.items.count == names)
    #expect(recording.metric("m7")?.value == 1)
    #expect(recording.changes.allSatisfy { $0 == 1 })
    // Of this process, tests beside this one among it. By comparing all names it would be minutes.
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 60)
  }

  /// A figure has its place by its kind and its name, also where all items were set anew.
  @Test func aNameIsOfItsKindAlone() {
    let series = Event.series(Series(name: "n", x: [1], y: [1]))
    let bars = Event.bars(Bars(name: "n", labels: ["a"], values: [1]))
    let table = Event.table(Table(name: "n", head: ["a"], rows: []))
    let metric = Event.metric(Metric(name: "n", value: 1))
    var recording = Recording([series, bars, table, metric])
    #expect(recording.items.count == 4)
    recording.show(Array(recording.items.reversed()))
    for event in [series, bars, table, metric] { recording.add(event) }
    #expect(recording.items.count == 4)
    #expect(recording.items.last == .curve(Series(name: "n", x: [1, 1], y: [1, 1])))
  }
}
