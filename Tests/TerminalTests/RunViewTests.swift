import Events
import Figures
import Testing

@testable import Terminal

/// A run as a person sees it, frame after frame, on a terminal of the given size.
@Suite struct RunViewTests {
  static let sizes = [(80, 24), (60, 12), (40, 10), (30, 6), (200, 60), (10, 3)]

  static func plane(_ step: Int) -> [Event] {
    let bounds = Bounds(1)
    let values = (0..<64).map { Float($0 + step) }
    return [
      .field(Field(name: "What D believes", columns: 8, rows: 8, values: values, bounds: bounds)),
      .points(
        PointCloud(name: "What D believes", x: [0, 0.5], y: [Float(step) / 24, 0], classes: [], bounds: bounds)),
      .arrows(Arrows(name: "What D believes", x: [0], y: [0], dx: [0.3], dy: [-0.5], bounds: bounds)),
    ]
  }

  static func picture(_ grey: Int, width: Int = 44, height: Int = 17, caption: String = "Ten digits") -> Event {
    let bytes = (0..<width * height).map { UInt8($0 % 7 < 3 ? grey : 0) }
    return .image(
      Picture(
        width: width, height: height, channels: .grey, bytes: bytes, caption: caption,
        alternative: "Ten small pictures."))
  }

  static let events: [Event] =
    [
      .text(
        "300 digits to learn from, and a line that is longer than most terminals are wide, so that it has to go on.")
    ]
    + [.parameter(Setting(name: "a setting with a rather long name of its own", value: 0.1, range: 0.01...1))]
    + (1...24).flatMap { step -> [Event] in
      let curves: [Event] = [
        .progress(step: step, total: 24, unit: "step"),
        .series(Series(name: "loss in nats, of a model with a very long name", x: [Float(step)], y: [3 / Float(step)])),
        .series(Series(name: "accuracy", x: [Float(step)], y: [Float(step) / 24])),
      ]
      return step % 8 == 0 ? curves + plane(step) + [picture(200 + step / 2)] : curves
    }
    + [
      .metric(Metric(name: "accuracy on digits that were kept back", value: 0.97, unit: "of 1", expected: 0.95...0.99)),
      .table(
        Table(
          name: "Models side by side", head: ["model", "good samples"],
          rows: [["GAN", "0.94"], ["a model with a very long name, longer than a table likes", "0.1"]])),
      .bars(Bars(name: "Modes", labels: ["one", "two"], values: [3, 10])),
      .bars(Bars(name: "A histogram", labels: (0..<20).map { "\($0)" }, values: (0..<20).map { Float($0 % 7) })),
      .done(seed: 7, seconds: 1, digest: "d"),
    ]

  func frame(of view: inout RunView, _ seconds: Double) throws -> String {
    let frame = view.frame(seconds: seconds)
    return try #require(frame)
  }

  /// Frame upon frame shows what one frame of all events would show, whatever the terminal showed before.
  @Test(arguments: sizes) func framesShowTheRunAsItIs(width: Int, height: Int) {
    for (colours, graphics) in [(.full, .none), (.none, .none), (.full, .kitty), (.palette, .iTerm)]
      as [(Screen.Colours, Screen.Graphics)]
    {
      var screen = Screen(width: width, height: height, colours: colours, isInteractive: true)
      screen.graphics = graphics
      var view = RunView(screen: screen), whole = RunView(screen: screen)
      var terminal = TerminalEmulator(width: width, height: height)
      for (index, event) in Self.events.enumerated() {
        view.add(event)
        whole.add(event)
        // Large frames take longer to make.
        guard graphics == .none && width < 100 || index % 37 == 0 || index > Self.events.count - 4 else { continue }
        if let frame = view.frame(seconds: Double(index)) { terminal.write(frame) }
        guard index % 37 == 0 || index == Self.events.count - 1 else { continue }
        var fresh = TerminalEmulator(width: width, height: height)
        whole.forget()
        fresh.write(whole.frame(seconds: Double(index)) ?? "")
        #expect(terminal.text == fresh.text)
        // The last row stays free of what might make the screen scroll.
        #expect(terminal.text.last == "")
      }
      #expect(terminal.faults == [])
      #expect(terminal.images.isEmpty == (graphics == .none))
    }
  }

  @Test(arguments: [(80, 24), (200, 60)]) func looksAsExpected(width: Int, height: Int) throws {
    var view = RunView(screen: Screen(width: width, height: height, isInteractive: true))
    var terminal = TerminalEmulator(width: width, height: height)
    for event in Self.events { view.add(event) }
    terminal.write(try frame(of: &view, 3))
    try Fixture.compare(terminal.text.map { $0 + "\n" }.joined(), "run-\(width).txt")
  }

  /// Beside a picture, a table has room for all of its words where the screen has it.
  @Test func aTableBesideAPictureIsWhole() throws {
    var view = RunView(screen: Screen(width: 80, height: 24, isInteractive: true))
    var terminal = TerminalEmulator(width: 80, height: 24)
    let head = ["day", "message", "that evening", "in hindsight", "likelier"]
    view.add(.table(Table(name: "A week", head: head, rows: [["Wednesday", "cleaned", "0.80", "0.86", "rain"]])))
    Self.plane(8).forEach { view.add($0) }
    terminal.write(try frame(of: &view, 3))
    let text = terminal.text.joined(separator: "\n")
    for word in ["Wednesday", "message", "cleaned", "evening", "hindsight", "likelier"] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
  }

  /// A row below the picture names the classes' colours, whatever the picture is made of; in signs, their own legend does.
  @Test(arguments: [(80, 24), (200, 60)]) func colouredClassesHaveALegend(width: Int, height: Int) throws {
    for (colours, graphics) in [(.full, .none), (.palette, .none), (.none, .none), (.full, .kitty), (.palette, .iTerm)]
      as [(Screen.Colours, Screen.Graphics)]
    {
      var screen = Screen(width: width, height: height, colours: colours, isInteractive: true)
      screen.graphics = graphics
      for classes in [[0, 1, 0], [7, 7, 7], []] {
        var view = RunView(screen: screen)
        view.add(
          .points(PointCloud(name: "Two", x: [-0.5, 0, 0.5], y: [0, 0, 0], classes: classes, bounds: Bounds(1))))
        var terminal = TerminalEmulator(width: width, height: height)
        terminal.write(try frame(of: &view, 3))
        #expect(terminal.faults == [])
        let text = terminal.text.joined(separator: "\n")
        let legend = classes.contains(1) && colours != .none
        #expect(text.contains("class ●0 ●1\nTwo") == legend, "\(text)")
        #expect(view.result().contains("●\u{1B}[0m0") == legend)
        #expect(view.result().split(separator: "\n").count < height)
        if legend, colours == .full { #expect(view.result().contains("\u{1B}[38;2;240;160;60m●\u{1B}[0m1")) }
      }
    }
  }

  /// Ten classes take two lines where there is little room; of more than there are colours, some share one.
  @Test func manyClassesHaveALegend() throws {
    let x = (0..<12).map { Float($0) / 12 }
    func rows(_ count: Int) throws -> [Panel.Row] {
      let recording = Recording([
        .points(PointCloud(name: "Many", x: x, y: x, classes: x.indices.map { $0 % count }, bounds: Bounds(1)))
      ])
      let screen = Screen(width: 80, height: 24, colours: .full, isInteractive: true)
      return Panel(try #require(recording.items.first), width: 30, rows: 18, screen: screen).rows
    }
    #expect(try rows(10).dropLast().suffix(2).map(\.columns) == [29, 5])
    let shared = try rows(12)
    #expect(shared.count <= 18)
    #expect(shared.contains { $0.text.contains("●\u{1B}[0m0,10 ") })
  }

  /// An empty line that was said is a line, too.
  @Test func textsHaveTheirLines() throws {
    var view = RunView(screen: Screen(width: 80, height: 24, isInteractive: true))
    view.add(.text("one\u{240A}\u{240A}two"))
    #expect(view.result() == "one\n\ntwo\n")
    var terminal = TerminalEmulator(width: 80, height: 24)
    terminal.write(try frame(of: &view, 3))
    #expect(terminal.text.prefix(3) == ["one", "", "two"])
    var pipe = RunView(screen: Screen())
    pipe.add(.text("one\u{240A}two"))
    #expect(pipe.result() == "one\ntwo\n")
  }

  @Test func nothingIsWrittenWhereNothingHasChanged() throws {
    var view = RunView(screen: Screen(width: 80, height: 24, colours: .full, isInteractive: true))
    for event in Self.events { view.add(event) }
    let first = try frame(of: &view, 3)
    #expect(view.frame(seconds: 3) == nil)
    // One bar more is one row, not a screen.
    view.add(
      .metric(Metric(name: "accuracy on digits that were kept back", value: 0.98, unit: "of 1", expected: 0.95...0.99)))
    let next = try frame(of: &view, 3)
    #expect(next.count < 200)
    #expect(next.contains("0.98"))
    #expect(first.count > 2_000)
  }

  /// Another size draws everything anew, for what stood there has been moved about.
  @Test func aResizedWindowIsDrawnAnew() throws {
    var screen = Screen(width: 80, height: 24, isInteractive: true)
    var view = RunView(screen: screen)
    for event in Self.events { view.add(event) }
    _ = view.frame(seconds: 3)
    (screen.width, screen.height) = (50, 16)
    view.resize(to: screen)
    var terminal = TerminalEmulator(width: 50, height: 16)
    terminal.write(String(repeating: "x", count: 50))
    terminal.write(try frame(of: &view, 3))
    #expect(terminal.faults == [])
    #expect(!terminal.text.contains { $0.contains("xx") })
    view.resize(to: screen)
    #expect(view.frame(seconds: 3) == nil)
  }

  /// A picture in its own pixels is sent again when it has changed, and only then.
  @Test func picturesAreSentWhenTheyChange() throws {
    var screen = Screen(width: 80, height: 24, colours: .full, isInteractive: true)
    screen.graphics = .kitty
    var view = RunView(screen: screen)
    var terminal = TerminalEmulator(width: 80, height: 24)
    func draw() { if let frame = view.frame(seconds: 3) { terminal.write(frame) } }
    view.add(Self.picture(100))
    draw()
    #expect(terminal.images == ["0,0 a=T,f=100,q=2,c=44,r=9,C=1,i=1,p=1,m=0"])
    view.add(.progress(step: 1, total: 2, unit: "step"))
    draw()
    #expect(terminal.images.count == 1)
    view.add(Self.picture(101))
    draw()
    #expect(terminal.images.count == 2)
  }

  @Test(arguments: [(80, 24), (40, 10), (200, 60)]) func aPictureIsAsLargeAsTheWidthAllows(width: Int, height: Int) {
    for size in [(500, 30), (100, 300), (500, 500), (3, 3), (38, 200)] {
      var view = RunView(screen: Screen(width: width, height: height, colours: .none, isInteractive: true))
      // Its last row and its last column are white, and everything else is black.
      let (w, h) = size
      let bytes = (0..<w * h).map { UInt8($0 / w >= h - h / 3 || $0 % w >= w - w / 3 ? 255 : 0) }
      view.add(
        .image(Picture(width: w, height: h, channels: .grey, bytes: bytes, caption: "Edges", alternative: "Edges.")))
      let lines = view.result().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      // What is printed scrolls: two of its own pixels a row, or fewer rows where it is wider than the window.
      if w > width || h > 2 * height { #expect(lines.count - 1 == (h * min(w, width) / w + 1) / 2, "\(size)") }
      #expect(lines.allSatisfy { $0.columns <= width })
      #expect(lines.last == "Edges")
      let pictured = lines.dropLast()
      guard pictured.count > 1 else { continue }
      #expect(pictured.last.map { Set($0).isSubset(of: " █▀▄@") } == true, "the last row is there: \(pictured)")
      #expect(pictured.first?.last.map { "█▄@".contains($0) } == true, "the last column is there: \(pictured)")
    }
  }

  @Test func theEndShowsEverythingOnce() {
    var view = RunView(screen: Screen(width: 60, height: 10, colours: .none, isInteractive: true))
    for event in Self.events { view.add(event) }
    let result = view.result()
    #expect(result.contains("300 digits to learn from"))
    #expect(result.replacing("\n", with: " ").contains("✓ expected 0.95 to 0.99: as it should be"))
    #expect(result.contains("Ten digits"))
    #expect(result.contains("What D believes"))
    #expect(result.contains { ("\u{2801}"..."\u{28FF}").contains($0) }, "no curve")
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
  }

  @Test(arguments: [(0, 0), (5, 0), (-3, 10), (20, 10), (1, 3)]) func anyProgressIsDrawn(step: Int, total: Int) throws {
    var view = RunView(screen: Screen(width: 80, height: 24, colours: .none, isInteractive: true))
    view.add(.progress(step: step, total: total, unit: "step"))
    let bar = try frame(of: &view, 0).filter { "━─".contains($0) }
    // Behind the last step there is none: scores are computed.
    let isUnderWay = total > 0 && step < total
    #expect(bar.count == (isUnderWay ? 28 : 0))
    #expect(
      bar.count { $0 == "━" } == (isUnderWay ? max(0, Int((Double(step) / Double(total) * 28).rounded())) : 0))
  }
}
