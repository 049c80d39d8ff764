import Display
import Figures

/// A trained model that somebody moves through: where they are, what is there, and which keys do what.
///
/// It makes text and writes nothing, so that a test can read what a person would see.
package struct ExploreView {
  package let exploration: Exploration
  /// Where the reader wants to be.
  package private(set) var point: [Float]
  /// The axes that the arrow keys move: to the right, and up where there is more than one.
  private(set) var across = 0
  private(set) var up: Int?
  /// Steps from one end of a range to the other.
  private var steps = 40
  /// What is at the point that was shown last.
  private var shown = Recording()
  /// A plane that the cell showed, in which the point has a place.
  private let map: Plane?

  /// - Parameter whole: all that the cell has shown.
  package init(_ exploration: Exploration, of whole: Recording) {
    self.exploration = exploration
    point = exploration.start
    up = exploration.dimensions > 1 ? 1 : nil
    map = whole.items.lazy.compactMap { item -> Plane? in
      guard case .plane(let plane) = item, exploration.dimensions == 2, plane.points != nil || plane.field != nil,
        plane.bounds.x.contains(exploration.start[0]), plane.bounds.y.contains(exploration.start[1])
      else { return nil }
      return plane
    }.first
  }

  package enum Answer: Equatable {
    case move, redraw, leave, nothing
  }

  /// What a key changes.
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
    case .character("\t"): return choose(axis: across + 2)
    case .character(let digit) where digit.isASCII && digit.isNumber:
      return choose(axis: (digit.wholeNumberValue ?? 0) - 1)
    case .character("q"), .escape, .interrupt, .end: return .leave
    default: return .nothing
    }
    return point == former ? .nothing : .move
  }

  /// What the cell has said about the point.
  package mutating func show(_ recording: Recording) {
    shown = recording
  }

  private mutating func step(_ axis: Int, _ direction: Float) {
    let width = exploration.to[axis] - exploration.from[axis]
    var value = point[axis] + direction * width / Float(steps)
    // Many small steps come back to where they began, and to 0, without a rest of rounding.
    if abs(value - exploration.start[axis]) < width / 1000 { value = exploration.start[axis] }
    point[axis] = min(exploration.to[axis], max(exploration.from[axis], value))
  }

  private mutating func changeSteps(to count: Int) -> Answer {
    defer { steps = count }
    return count == steps ? .nothing : .redraw
  }

  private mutating func choose(axis: Int) -> Answer {
    guard exploration.dimensions > 2, axis >= 0 else { return .nothing }
    across = axis % exploration.dimensions
    up = (across + 1) % exploration.dimensions
    return .redraw
  }

  /// The whole screen.
  package func frame(_ screen: Screen) -> String {
    var lines = [Line(exploration.name, .bold)] + coordinates(screen)
    let sentences = shown.items.flatMap { item -> [Line] in
      switch item {
      case .picture, .plane: return []
      case .bars(let bars): return BarsText(bars, width: min(screen.width, 74)).lines
      case .table(let table):
        return [Line(table.name, .bold)] + TableText(head: table.head, rows: table.rows, width: screen.width).lines
      default: return Wrapping.lines([Span(item.sentence)], width: screen.width)
      }
    }
    let keys = Wrapping.lines([Span(hint, .faint)], width: screen.width)
    let rows = max(4, screen.height - lines.count - sentences.count - keys.count - 1)
    let picture = drawing(width: screen.width, height: rows * 2).map {
      PictureText($0, width: screen.width).lines(screen.colours)
    }
    lines += sentences
    let text = lines.map { $0.rendered(screen.colours) } + (picture ?? []) + keys.map { $0.rendered(screen.colours) }
    let frame = text.prefix(max(1, screen.height - 1)).map { $0 + "\u{1B}[K\r\n" }.joined()
    return "\u{1B}[?2026h\u{1B}[H" + frame + "\u{1B}[0J\u{1B}[?2026l"
  }

  /// A point and what is there, for a pipe and for what stays when the reader has left.
  package func text(at point: [Float], _ screen: Screen) -> String {
    var lines = [place(point)]
    for item in shown.items {
      lines.append(item.sentence)
      let picture: Picture? =
        switch item {
        case .picture(let picture): picture
        case .plane(let plane): PlaneDrawing(plane, side: min(48, screen.width)).picture
        default: nil
        }
      if let picture { lines += PictureText(picture, width: min(64, screen.width)).lines(screen.colours) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// `x 0.5, y −1.25`
  private func place(_ point: [Float]) -> String {
    point.indices.map { "\(exploration.axes[$0]) \(Self.number(point[$0]))" }.joined(separator: ", ")
  }

  /// The ranges, in one sentence.
  package var ranges: String {
    point.indices.map { axis in
      "\(exploration.axes[axis]) from \(Self.number(exploration.from[axis])) to \(Self.number(exploration.to[axis]))"
    }.joined(separator: ", ")
  }

  package static func number(_ value: Float) -> String { Figure.text(value).replacing("-", with: "−") }

  private var hint: String {
    var parts = [up == nil ? "← → move" : "← → ↑ ↓ move", "f finer", "c coarser", "0 back to the start"]
    if exploration.dimensions > 2 { parts.append("Tab or 1–\(min(9, exploration.dimensions)) other axes") }
    return (parts + ["q leave"]).joined(separator: " · ")
  }

  private func coordinates(_ screen: Screen) -> [Line] {
    let chosen = [across] + (up.map { [$0] } ?? [])
    let names = chosen.map { exploration.axes[$0].columns }.max() ?? 0
    var lines = chosen.map { axis -> Line in
      let room = max(8, min(41, screen.width - names - 12))
      let share = (point[axis] - exploration.from[axis]) / (exploration.to[axis] - exploration.from[axis])
      let place = Int((share * Float(room - 1)).rounded())
      let name = exploration.axes[axis]
      return Line([
        Span(name + String(repeating: " ", count: names - name.columns + 1)),
        Span(String(repeating: "─", count: place), .faint), Span("●", .colour(.cyan)),
        Span(String(repeating: "─", count: room - 1 - place), .faint), Span(" " + Self.number(point[axis]), .bold),
      ])
    }
    let others = point.indices.filter { !chosen.contains($0) }
    if !others.isEmpty {
      let text = others.map { "\(exploration.axes[$0]) \(Self.number(point[$0]))" }.joined(separator: ", ")
      lines += Wrapping.lines([Span(text, .faint)], width: screen.width)
    }
    return lines
  }

  /// The pictures at the point, the map beside them.
  private func drawing(width: Int, height: Int) -> Picture? {
    let side = min(height, width)
    var parts = shown.items.compactMap { item -> Picture? in
      switch item {
      case .picture(let picture): picture
      case .plane(let plane): PlaneDrawing(plane, side: side).picture
      default: nil
      }
    }
    if let map { parts.append(PlaneDrawing(map.marked(x: point[0], y: point[1]), side: side).picture) }
    return PictureRow(parts, width: width, height: height).picture
  }
}
