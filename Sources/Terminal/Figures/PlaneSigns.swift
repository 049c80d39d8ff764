import Events
import Figures
import Foundation

/// A plane as a grid of characters: a sign for each class of points, over the directions of arrows, over the shades of
/// a heat map. No two kinds share a character.
struct PlaneSigns {
  private let plane: Plane
  private let columns: Int
  private let rows: Int
  private let legend: [String]
  private var cells: [[Character]]

  init(_ plane: Plane, width: Int, rows: Int) {
    self.plane = plane
    let frame = plane.field == nil ? 2 : 0
    let legend = Self.legend(plane, width: width)
    // Where there is hardly room for the picture, it comes first.
    self.legend = rows - frame - legend.count < 5 ? [] : legend
    self.rows = max(4, min((width - frame) / 2, rows - frame - self.legend.count))
    // Half as many rows as columns make a square.
    columns = 2 * self.rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: self.rows)
    if plane.field != nil { drawField() }
    drawArrows()
    drawPoints()
    drawMark()
  }

  var lines: [String] {
    let lines = cells.map { String($0) }
    return (plane.field == nil ? PlaneText.framed(lines) : lines) + legend
  }

  private mutating func drawField() {
    let picture = PlaneDrawing(plane.ground, side: columns).picture
    for (row, line) in PictureText(picture, width: columns, rows: rows).lines(.none).enumerated() {
      cells[row] = Array(line)
    }
  }

  /// Every cell that an arrow crosses has its direction.
  private mutating func drawArrows() {
    guard let arrows = plane.arrows else { return }
    for index in arrows.x.indices {
      guard let start = position(arrows.x[index], arrows.y[index]),
        let end = position(arrows.x[index] + arrows.dx[index], arrows.y[index] + arrows.dy[index])
      else { continue }
      let (across, down) = (end.x - start.x, end.y - start.y)
      let sign = Self.direction(across, 2 * down)
      let steps = min(4 * columns, Int(max(abs(across), abs(down), 1).rounded(.up)))
      for step in 0...steps {
        let share = Float(step) / Float(steps)
        put(sign, start.x + share * across, start.y + share * down)
      }
    }
  }

  /// Returns the sign of a direction, given to the right and down in lengths that are the same on the screen.
  private static func direction(_ across: Float, _ down: Float) -> Character {
    guard across != 0 || down != 0 else { return "·" }
    let signs: [Character] = ["→", "↘", "↓", "↙", "←", "↖", "↑", "↗"]
    let eighths = Int((atan2(down, across) / (.pi / 4)).rounded())
    return signs[(eighths + 8) % 8]
  }

  /// Draws in each cell the class that most of its points have.
  private mutating func drawPoints() {
    guard let points = plane.points else { return }
    let signs = Self.signs(points)
    var counts: [Int: [Int: Int]] = [:]
    for index in points.x.indices {
      guard let place = position(points.x[index], points.y[index]), let cell = cell(place.x, place.y) else { continue }
      counts[cell.row * columns + cell.column, default: [:]][
        points.classes.isEmpty ? 0 : points.classes[index], default: 0] += 1
    }
    for (cell, labels) in counts {
      guard let most = labels.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { continue }
      cells[cell / columns][cell % columns] = signs[most.key] ?? "o"
    }
  }

  /// A cross, where a reader is.
  private mutating func drawMark() {
    guard let mark = plane.mark, let place = position(mark.x, mark.y) else { return }
    for distance in [-2, -1, 1, 2] as [Float] { put("━", place.x + distance, place.y) }
    for distance in [-1, 1] as [Float] { put("┃", place.x, place.y + distance) }
    put("╋", place.x, place.y)
  }

  private mutating func put(_ sign: Character, _ x: Float, _ y: Float) {
    if let cell = cell(x, y) { cells[cell.row][cell.column] = sign }
  }

  /// Returns the position in cells from the left and from the top; `nil` for what is no place, or too far away to
  /// matter.
  private func position(_ x: Float, _ y: Float) -> (x: Float, y: Float)? {
    let bounds = plane.bounds
    guard let right = Figure.share(of: x, from: bounds.x.lowerBound, to: bounds.x.upperBound),
      let up = Figure.share(of: y, from: bounds.y.lowerBound, to: bounds.y.upperBound), abs(right) < 100, abs(up) < 100
    else { return nil }
    return (right * Float(columns), (1 - up) * Float(rows))
  }

  private func cell(_ x: Float, _ y: Float) -> (column: Int, row: Int)? {
    guard (0...Float(columns)).contains(x), (0...Float(rows)).contains(y) else { return nil }
    return (min(columns - 1, Int(x)), min(rows - 1, Int(y)))
  }

  /// Digits are their own signs.
  private static func signs(_ points: PointCloud) -> [Int: Character] {
    let classes = Set(points.classes).sorted()
    let signs: [Character]
    if classes.count <= 2 {
      signs = ["o", "x"]
    } else if classes.allSatisfy((0...9).contains) {
      signs = classes.map { Character("\($0)") }
    } else {
      signs = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    }
    return Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, signs[$0 % signs.count]) })
  }

  private static func legend(_ plane: Plane, width: Int) -> [String] {
    var parts: [String] = []
    if let points = plane.points {
      let signs = signs(points).sorted { $0.key < $1.key }
      if signs.count <= 1 {
        parts.append("o points")
      } else if signs.allSatisfy({ "\($0.key)" == "\($0.value)" }), let last = signs.last {
        parts.append("\(signs[0].value)–\(last.value) points, by class")
      } else {
        parts += signs.prefix(10).map { "\($0.value) class \($0.key)" } + (signs.count > 10 ? ["…"] : [])
      }
    }
    if plane.arrows != nil { parts.append("→ arrows") }
    if plane.mark != nil { parts.append("╋ here") }
    // Shades alone speak for themselves.
    if plane.field != nil, !parts.isEmpty { parts.append(". low @ high") }
    let lines = Wrapping.lines([Span(parts.joined(separator: " · "))], width: width)
    return lines.map { line in line.spans.map(\.text).joined() }
  }
}
