import Events
import Figures

/// A trained model that somebody moves through: where they are, what is there, and which keys do what.
///
/// It makes text and writes nothing, so that a test can read what a person would see.
package struct ExploreView {
  package let exploration: Exploration
  /// The point where the reader wants to be.
  package private(set) var point: [Float]
  /// The axes that the arrow keys move: to the right, and up where there is more than one.
  private var across = 0
  private var up: Int?
  /// Steps from one end of a range to the other.
  private var steps = 40
  /// The recording at the point that was shown last.
  private var shown = Recording()
  /// A plane that the cell showed, in which the point has a place.
  private let map: Plane?
  private var screen: Screen
  private var view: RunView
  private var recording = Recording()

  /// - Parameter whole: all that the cell has shown.
  package init(_ exploration: Exploration, of whole: Recording, screen: Screen) {
    self.exploration = exploration
    self.screen = screen
    view = RunView(screen: screen)
    point = exploration.start
    up = exploration.dimensions > 1 ? 1 : nil
    map =
      whole.items.lazy.compactMap { item -> Plane? in
        guard case .plane(let plane) = item, exploration.dimensions == 2,
          plane.bounds.x.contains(exploration.start[0]), plane.bounds.y.contains(exploration.start[1])
        else { return nil }
        return plane
      }.first
  }

  package enum Answer: Equatable {
    case move, redraw, leave, nothing
  }

  /// Carries out a key: moves the point, chooses its axes, or changes the steps.
  package mutating func press(_ key: Key) -> Answer {
    let former = point
    switch key {
    case .right: step(across, 1)
    case .left: step(across, -1)
    case .up: step(up ?? across, 1)
    case .down: step(up ?? across, -1)
    case .character("0"): point = exploration.start
    case .character("f"): return changeSteps(to: min(160, steps * 4))
    case .character("c"): return changeSteps(to: max(10, steps / 4))
    case .character("\t"): return choose(axis: (across + 2) % exploration.dimensions)
    case .character(let digit) where ("1"..."9").contains(digit): return choose(axis: (digit.wholeNumberValue ?? 1) - 1)
    case .resized: return .redraw
    case .character("q"), .escape, .interrupt, .end: return .leave
    default: return .nothing
    }
    return point == former ? .nothing : .move
  }

  /// Takes what the cell has said about the point.
  package mutating func show(_ recording: Recording) {
    shown = recording
  }

  private mutating func step(_ axis: Int, _ direction: Float) {
    let width = exploration.to[axis] - exploration.from[axis]
    var value = point[axis] + direction * width / Float(steps)
    // Many small steps come back to where they began without a rest of rounding.
    if abs(value - exploration.start[axis]) < width / 1000 { value = exploration.start[axis] }
    point[axis] = min(exploration.to[axis], max(exploration.from[axis], value))
  }

  private mutating func changeSteps(to count: Int) -> Answer {
    defer { steps = count }
    return count == steps ? .nothing : .redraw
  }

  private mutating func choose(axis: Int) -> Answer {
    guard exploration.dimensions > 2, axis < exploration.dimensions else { return .nothing }
    across = axis
    up = (across + 1) % exploration.dimensions
    return .redraw
  }

  // MARK: On the screen

  /// Returns the text that makes the screen show the point; `nil` where it does so already.
  package mutating func frame(_ screen: Screen) -> String? {
    self.screen = screen
    view.resize(to: screen)
    // Words first; where there are too many for the screen, the last stay, and with them where the reader is.
    let isWord = shown.items.map { $0.isWords }
    var items: [Recording.Item] = [.text(exploration.name)]
    items += zip(shown.items, isWord).filter(\.1).map(\.0)
    items += places.map { .text($0) }
    items += zip(shown.items, isWord).filter { !$0.1 }.map(\.0)
    if let map { items.append(.plane(map.marked(x: point[0], y: point[1]))) }
    recording.show(items)
    view.show(recording)
    view.footer = hint
    return view.frame(seconds: 0)
  }

  /// The screen holds something else by now.
  package mutating func forget() { view.forget() }

  private var hint: String {
    var parts = [up == nil ? "← → move" : "← → ↑ ↓ move", "f finer", "c coarser", "0 back to the start", "q leave"]
    if exploration.dimensions > 2 { parts.insert("Tab or 1–\(min(9, exploration.dimensions)) axes", at: 1) }
    return parts.joined(separator: " · ")
  }

  /// A line for each axis that the keys move, and one for all others.
  private var places: [String] {
    let chosen = [across] + (up.map { [$0] } ?? [])
    let names = chosen.map { exploration.axes[$0].columns }.max() ?? 0
    var lines = chosen.map { axis -> String in
      let room = max(8, min(41, screen.width - names - 12))
      let share = Figure.share(of: point[axis], from: exploration.from[axis], to: exploration.to[axis]) ?? 0
      let place = Int((share * Float(room - 1)).rounded())
      let name = exploration.axes[axis]
      return name + String(repeating: " ", count: names - name.columns + 1) + String(repeating: "─", count: place) + "●"
        + String(repeating: "─", count: room - 1 - place) + " " + Self.number(point[axis])
    }
    let others = point.indices.filter { !chosen.contains($0) }
    if !others.isEmpty {
      lines.append(others.map { "\(exploration.axes[$0]) \(Self.number(point[$0]))" }.joined(separator: ", "))
    }
    return lines
  }

  // MARK: In lines

  /// A point and what is there, for a pipe and for what stays when the reader has left.
  package func text(at point: [Float]) -> String {
    let place = zip(exploration.axes, point).map { "\($0) \(Self.number($1))" }.joined(separator: ", ")
    var text = place + "\n"
    var saidAlone = shown.items.count(where: \.isPicture) - RunView.mostDrawn
    for item in shown.items {
      text += item.sentence + "\n"
      guard item.isPicture else { continue }
      saidAlone -= 1
      if saidAlone >= 0 { continue }
      var plain = screen
      plain.graphics = .none
      let rows = Panel(item, width: min(64, screen.width), rows: 24, screen: plain).rows
      // The sentence has the caption.
      text += rows.dropLast().map { $0.text + "\n" }.joined()
    }
    return text
  }

  /// `x from −3 to 3, y from −3 to 3`
  package var ranges: String {
    exploration.axes.indices.map { axis in
      "\(exploration.axes[axis]) from \(Self.number(exploration.from[axis])) to \(Self.number(exploration.to[axis]))"
    }.joined(separator: ", ")
  }

  package static func number(_ value: Float) -> String { Figure.text(value).replacing("-", with: "−") }
}
