import Events
import Testing

@testable import Figures

@Suite struct RunTimelineTests {
  func picture(_ grey: UInt8) -> Event {
    .image(Picture(width: 1, height: 1, channels: .grey, bytes: [grey], caption: "A pixel", alternative: "\(grey)"))
  }

  func step(_ step: Int, _ events: Event...) -> [Event] { [.progress(step: step, total: 9, unit: "step")] + events }

  func loss(_ step: Int) -> Event { .series(Series(name: "loss", x: [Float(step)], y: [1])) }

  /// A frame ends where the next step begins, and has all that was shown up to there.
  @Test func aFrameIsWhereAPictureChanges() {
    var film = RunTimeline(
      [.text("begins")] + step(1, loss(1), picture(1)) + step(2, loss(2)) + step(3, loss(3), picture(3))
        + [.metric(Metric(name: "m", value: 1)), .done(seed: 1, seconds: 1, digest: "")])
    #expect(film.count == 2)
    #expect((0..<2).map { film.progress(at: $0)?.step } == [1, 3])
    let first = film.recording(at: 0)
    #expect(first.items.map(\.sentence).last == "A pixel: 1")
    #expect(first.items.count == 3)
    let last = film.recording(at: 1)
    #expect(last.items.map(\.sentence).contains("A pixel: 3"))
    #expect(last.items.count == 4)
    // Back again, it is as it was.
    #expect(film.recording(at: 0) == first)
  }

  /// Also where no step lies between two states, and where several pictures change together.
  @Test func aFrameIsWhereAPictureIsReplaced() throws {
    func points(_ name: String, _ x: Int) -> Event {
      .points(PointCloud(name: name, x: [Float(x)], y: [0], bounds: Bounds(30)))
    }
    let training = (1...80).flatMap { step($0, loss($0)) }
    var film = RunTimeline(
      training + (0..<26).flatMap { [points("network", $0), points("exact", $0)] }
        + [.metric(Metric(name: "m", value: 1)), .done(seed: 1, seconds: 1, digest: "")])
    #expect(film.count == 26)
    #expect(film.states == 26)
    for frame in 0..<26 {
      let places = film.recording(at: frame).items.flatMap { item in
        if case .plane(let plane) = item { [plane.points?.x ?? []] } else { [[Float]]() }
      }
      #expect(places == [[Float(frame)], [Float(frame)]])
      #expect(film.progress(at: frame)?.step == 80)
    }
    #expect(RunTimeline(training).states == 0)
  }

  @Test func withoutPicturesCurvesAreTheFilm() {
    let film = RunTimeline(step(1, loss(1)) + step(2, loss(2)) + step(3, loss(3)))
    #expect(film.count == 3)
    #expect((0..<3).map { film.progress(at: $0)?.step } == [1, 2, 3])
  }

  @Test func aLongFilmIsThinnedAndKeepsItsEnds() {
    var film = RunTimeline((1...2_000).flatMap { step($0, picture(UInt8($0 % 256))) })
    #expect(film.count == 300)
    #expect(film.progress(at: 0)?.step == 1)
    #expect(film.progress(at: 299)?.step == 2_000)
    #expect(film.recording(at: 299).items.map(\.sentence) == ["A pixel: \(2_000 % 256)"])
  }

  @Test func whatHasNoStepsIsOneFrame() {
    var film = RunTimeline([.text("a"), .text("b")])
    #expect(film.count == 1)
    #expect(film.progress(at: 0) == nil)
    #expect(film.recording(at: 0).items == [.text("a"), .text("b")])
    #expect(RunTimeline([]).count == 1)
  }

  @Test func statesAreCountedAsTheyCome() {
    var states = PictureStates()
    #expect(states.maximum == 0)
    for event in [picture(1), .text("a"), loss(1), picture(2), picture(2)] { states.add(event) }
    #expect(states.maximum == 3)
  }
}
