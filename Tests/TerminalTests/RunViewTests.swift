import Display
import Figures
import Testing

@testable import Terminal

/// A run as a person sees it, frame after frame, on a terminal of the given size.
@Suite struct RunViewTests {
  static let sizes = [(80, 24), (60, 12), (40, 10), (30, 6), (200, 60)]

  static let events: [Event] =
    [
      .text(
        "300 digits to learn from, and a line that is longer than most terminals are wide, so that it has to go on.")
    ]
    + [.parameter(Setting(name: "a setting with a rather long name of its own", value: 0.1, range: 0.01...1))]
    + (1...60).flatMap { step -> [Event] in
      [
        .progress(step: step, total: 60, unit: "step"),
        .series(Series(name: "loss in nats, of a model with a very long name", x: [Float(step)], y: [3 / Float(step)])),
        .series(Series(name: "accuracy", x: [Float(step)], y: [Float(step) / 60])),
      ]
    }
    + [
      .metric(Metric(name: "accuracy on digits that were kept back", value: 0.97, unit: "of 1", expected: 0.95...0.99)),
      .image(
        Picture(
          width: 44, height: 17, channels: .grey, bytes: [UInt8](repeating: 200, count: 44 * 17), caption: "Ten digits",
          alternative: "Ten small pictures.")),
      .done(seed: 7, seconds: 1, digest: "d"),
    ]

  @Test(arguments: sizes) func framesAreDrawnOverOneAnotherAndTakenAway(width: Int, height: Int) {
    var view = RunView(screen: Screen(width: width, height: height, colours: .full, isInteractive: true))
    var terminal = TerminalEmulator(width: width, height: height)
    terminal.write("before\n")
    for event in Self.events {
      view.add(event)
      let frame = view.frame()
      #expect(frame.count { $0 == "\n" } < height, "a frame is higher than the screen")
      terminal.write(frame)
      #expect(!terminal.isCursorVisible)
      let bars = terminal.text.count { $0.hasPrefix("━") || $0.hasPrefix("─") || $0 == "running …" }
      #expect(bars == 1, "\(bars) lines of progress: \(terminal.text)")
      if terminal.unknown != [] { break }
    }
    terminal.write(view.clear())
    #expect(terminal.isCursorVisible)
    // Everything that was drawn is gone; what stood there before may have scrolled away.
    #expect(terminal.text.allSatisfy { $0 == "" || $0 == "before" }, "\(terminal.text)")
    #expect(terminal.column == 0)
    #expect(terminal.unknown == [])
    #expect(view.clear() == "")
  }

  @Test func theEndShowsEverythingOnce() {
    var view = RunView(screen: Screen(width: 60, height: 10, colours: .none, isInteractive: true))
    for event in Self.events { view.add(event) }
    let result = view.result()
    #expect(result.contains("300 digits to learn from"))
    #expect(result.replacing("\n", with: " ").contains("✓ expected 0.95 to 0.99: as it should be"))
    #expect(result.contains("Ten digits"))
    #expect(result.contains("█"))
    #expect(result.contains("⠀") || result.contains { ("\u{2801}"..."\u{28FF}").contains($0) }, "no curve")
    #expect(!result.contains("\u{1B}"))
    #expect(result.split(separator: "\n").allSatisfy { String($0).columns <= 60 })
  }

  /// Where nobody looks at pictures, each of them is a sentence.
  @Test func aPipeGetsSentences() {
    var view = RunView(screen: Screen(width: 80, height: 24))
    let events: [Event] = [
      .text("Words."), .series(Series(name: "loss", x: [1, 2], y: [3, 1])),
      .image(Picture(width: 1, height: 1, channels: .grey, bytes: [0], caption: "Digits", alternative: "Ten digits.")),
      .metric(Metric(name: "accuracy", value: 0.5, expected: 0.9...1)),
      .parameter(Setting(name: "beta", value: 1, range: 0...8)), .progress(step: 1, total: 2, unit: "step"),
    ]
    for event in events { view.add(event) }
    #expect(
      view.result() == """
        Words.
        loss: a curve of 2 points, from 3 at 1 to 1 at 2; lowest 1 at 2, highest 3 at 1
        Digits: Ten digits.
        accuracy: 0.5 (expected 0.9 to 1: outside its band)
        beta = 1 (from 0 to 8)

        """)
    #expect(view.clear() == "")
  }

  @Test(arguments: [(0, 0), (5, 0), (-3, 10), (20, 10), (1, 3)]) func anyProgressIsDrawn(step: Int, total: Int) {
    var view = RunView(screen: Screen(width: 80, height: 24, colours: .none, isInteractive: true))
    view.add(.progress(step: step, total: total, unit: "step"))
    let bar = view.frame().filter { "━─".contains($0) }
    #expect(bar.count == (total > 0 ? 28 : 0))
    #expect(
      bar.count { $0 == "━" } == (total > 0 ? min(28, max(0, Int((Double(step) / Double(total) * 28).rounded()))) : 0))
  }
}
