import Events
import Figures
import Testing

@testable import Terminal

/// What a person sees who moves through a model with keys.
@Suite struct ExploreViewTests {
  private static let plane = Exploration(
    name: "The plane", axes: ["x", "tilt"], from: [-2, 0], to: [2, 1], start: [0, 0.5])
  private static let five = Exploration(
    name: "Five", axes: ["a", "b", "c", "d", "e"], from: Array(repeating: 0, count: 5),
    to: Array(repeating: 10, count: 5), start: [0, 1, 2, 3, 4])

  private func view(
    _ exploration: Exploration, _ events: [Event] = [], width: Int = 80, height: Int = 24,
    colours: Screen.Colours = .full
  ) -> (ExploreView, Screen) {
    let screen = Screen(width: width, height: height, colours: colours, isInteractive: true)
    return (ExploreView(exploration, of: Recording(events), screen: screen), screen)
  }

  @Test func keysMoveWithinTheRanges() {
    var (view, _) = view(Self.plane)
    #expect(view.press(.right) == .move)
    #expect(view.press(.up) == .move)
    #expect(view.point == [0.1, 0.525])
    #expect(view.press(.character("f")) == .redraw)
    #expect(view.press(.left) == .move)
    #expect(view.point[0] == 0.1 - 4 / 160)
    #expect(view.press(.character("f")) == .nothing, "there is nothing finer")
    #expect(view.press(.character("c")) == .redraw)
    #expect(view.press(.character("c")) == .redraw)
    for _ in 0..<20 { _ = view.press(.right) }
    #expect(view.point[0] == 2)
    #expect(view.press(.right) == .nothing)
    for _ in 0..<20 { _ = view.press(.down) }
    #expect(view.point[1] == 0)
    #expect(view.press(.character("0")) == .move)
    #expect(view.point == [0, 0.5])
    #expect(view.press(.character("x")) == .nothing)
    for key in [.character("q"), .escape, .interrupt, .end] as [Key] { #expect(view.press(key) == .leave) }
  }

  /// Back and forth is where it began, to the bit.
  @Test func manyStepsLeaveNoRest() {
    var (view, _) = view(Self.plane)
    for key in [.character("f"), .right, .right, .right, .left, .left, .left] as [Key] { _ = view.press(key) }
    #expect(view.point == [0, 0.5])
  }

  @Test func tabAndDigitsChooseTheAxes() {
    var (view, _) = view(Self.five)
    func moved(_ keys: [Key]) -> [Float] {
      for key in keys { _ = view.press(key) }
      defer { _ = view.press(.character("0")) }
      return view.point
    }
    #expect(moved([.right, .up]) == [0.25, 1.25, 2, 3, 4])
    #expect(moved([.character("\t"), .right, .up]) == [0, 1, 2.25, 3.25, 4])
    #expect(moved([.character("\t"), .right, .down]) == [0, 1, 2, 3, 4.25], "the last axis and the first, at its end")
    #expect(moved([.character("4"), .right]) == [0, 1, 2, 3.25, 4])
    #expect(view.press(.character("6")) == .nothing)
    var (two, _) = self.view(Self.plane)
    #expect(two.press(.character("\t")) == .nothing)
  }

  @Test(arguments: [(80, 24), (200, 60), (40, 12), (20, 6)]) func aFrameFits(width: Int, height: Int) throws {
    let bounds = Bounds(x: -2...2, y: 0...1)
    let map = Event.points(PointCloud(name: "The map", x: [-1, 1], y: [0.2, 0.8], classes: [0, 1], bounds: bounds))
    var (view, screen) = view(Self.plane, [map], width: width, height: height)
    var terminal = TerminalEmulator(width: width, height: height)
    var former: [String] = []
    for step in 0..<4 {
      let picture = Event.image(
        Picture(
          width: 4, height: 4, channels: .grey, bytes: (0..<16).map { UInt8($0 * 16 + step) }, caption: "The face",
          alternative: "A face."))
      view.show(Recording([picture, .text("step \(step)")]))
      terminal.write(view.frame(screen) ?? "")
      #expect(terminal.faults == [])
      if height >= 12 { #expect(terminal.text != former, "the point has moved") }
      former = terminal.text
      #expect(view.press(.right) == .move)
    }
    if height >= 12 { #expect(terminal.text.contains { $0.hasPrefix("x ") && $0.hasSuffix(" 0.3") }) }
    if height >= 24 {
      #expect(terminal.text.contains { $0.contains("The face") })
      #expect(terminal.text.contains { $0.contains("The map") })
      #expect(terminal.text.contains("step 3"))
      #expect(terminal.text.contains("tilt ────────────────────●──────────────────── 0.5"))
    }
  }

  @Test func inLinesItIsWords() {
    var (view, _) = view(Self.plane, colours: .none)
    view.show(Recording([.text("a word"), .metric(Metric(name: "height", value: 2.5, unit: "cm"))]))
    #expect(view.text(at: [-0.25, 1]) == "x −0.25, tilt 1\na word\nheight: 2.5 cm\n")
    #expect(view.ranges == "x from −2 to 2, tilt from 0 to 1")
  }

  /// A point of other numbers than there are axes is no reason to stop.
  @Test(arguments: [0, 1, 2, 99]) func aPointIsWrittenAsFarAsThereAreAxes(count: Int) {
    let (view, _) = view(Self.plane)
    let text = view.text(at: Array(repeating: 0.5, count: count))
    #expect(text == ["\n", "x 0.5\n", "x 0.5, tilt 0.5\n"][min(2, count)])
  }
}
