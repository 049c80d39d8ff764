import Events
import Figures

/// A plane in colour: its points and arrows as braille, two dots across and four down in a cell, over the colours of its
/// field.
struct PlaneCells {
  let columns: Int
  private let rows: Int
  private let plane: Plane
  private var dots: Braille
  /// The number of points of each class in each cell.
  private var classes: [[Int: Int]]
  private var marks: [Int: Character] = [:]

  /// - Parameters:
  ///   - width: columns that the plane may take.
  ///   - rows: rows that it may take. It is square: half as many rows as columns.
  init(_ plane: Plane, width: Int, rows: Int) {
    self.plane = plane
    self.rows = max(2, min(width / 2, rows))
    columns = 2 * self.rows
    dots = Braille(columns: columns, rows: self.rows)
    classes = Array(repeating: [:], count: columns * self.rows)
    drawArrows()
    drawPoints()
    drawMark()
  }

  /// The place of a point, in dots from the left and from the top; `nil` far outside.
  private func place(_ x: Float, _ y: Float) -> (x: Int, y: Int)? {
    let bounds = plane.bounds
    guard let right = Figure.share(of: x, from: bounds.x.lowerBound, to: bounds.x.upperBound),
      let up = Figure.share(of: y, from: bounds.y.lowerBound, to: bounds.y.upperBound), abs(right) < 100, abs(up) < 100
    else { return nil }
    return (Int((right * Float(2 * columns)).rounded(.down)), Int(((1 - up) * Float(4 * rows)).rounded(.down)))
  }

  private func isInside(_ place: (x: Int, y: Int)) -> Bool {
    (0..<2 * columns).contains(place.x) && (0..<4 * rows).contains(place.y)
  }

  private mutating func drawArrows() {
    guard let arrows = plane.arrows else { return }
    for index in arrows.x.indices {
      guard let start = place(arrows.x[index], arrows.y[index]),
        let end = place(arrows.x[index] + arrows.dx[index], arrows.y[index] + arrows.dy[index]), isInside(start),
        isInside(end)
      else { continue }
      dots.line(from: start, to: end)
    }
  }

  private mutating func drawPoints() {
    guard let points = plane.points else { return }
    for index in points.x.indices {
      guard var place = place(points.x[index], points.y[index]) else { continue }
      // The upper edges belong to the plane.
      if place.x == 2 * columns { place.x -= 1 }
      if place.y == 4 * rows { place.y -= 1 }
      guard isInside(place) else { continue }
      dots.set(place.x, place.y)
      classes[place.y / 4 * columns + place.x / 2][points.classes.isEmpty ? -1 : points.classes[index], default: 0] += 1
    }
  }

  /// A cross, where a reader is.
  private mutating func drawMark() {
    guard let mark = plane.mark, let place = place(mark.x, mark.y) else { return }
    let (column, row) = (min(columns - 1, place.x / 2), min(rows - 1, place.y / 4))
    func put(_ sign: Character, _ column: Int, _ row: Int) {
      if (0..<columns).contains(column), (0..<rows).contains(row) { marks[row * columns + column] = sign }
    }
    for distance in [-2, -1, 1, 2] { put("━", column + distance, row) }
    for distance in [-1, 1] { put("┃", column, row + distance) }
    put("╋", column, row)
  }

  func lines(_ colours: Screen.Colours) -> [String] {
    let ground = PlaneDrawing(plane.ground, side: columns).picture
    func pixel(_ x: Int, _ y: Int) -> CellColour {
      let start = (y * ground.width + x) * 3
      return CellColour(
        red: Int(ground.bytes[start]), green: Int(ground.bytes[start + 1]), blue: Int(ground.bytes[start + 2]))
    }
    return (0..<rows).map { row in
      let signs = Array(dots.text(row: row))
      var line = "", current = ""
      for column in 0..<columns {
        let top = pixel(column, 2 * row), bottom = pixel(column, 2 * row + 1)
        var sign = signs[column], front = top, back = bottom
        if let mark = marks[row * columns + column] {
          (sign, front, back) = (mark, PlaneDrawing.markColour.cell, top.mixed(with: bottom))
        } else if sign == " " {
          sign = "▀"
        } else {
          let label = classes[row * columns + column].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
          // Darker than the field is: a point stands out from a ground of its own colour.
          back = top.mixed(with: bottom).mixed(with: CellColour(red: 0, green: 0, blue: 0))
          front = (label.map { PlaneDrawing.colour(ofPoint: $0 < 0 ? nil : $0) } ?? PlaneDrawing.markColour).cell
        }
        let sequence = front.code(38, colours) + back.code(48, colours)
        if sequence != current { line += sequence }
        current = sequence
        line.append(sign)
      }
      return line + "\u{1B}[0m"
    }
  }
}

extension PlaneDrawing.Colour {
  fileprivate var cell: CellColour { CellColour(red: Int(red), green: Int(green), blue: Int(blue)) }
}

extension CellColour {
  fileprivate func mixed(with other: CellColour) -> CellColour {
    CellColour(red: (red + other.red) / 2, green: (green + other.green) / 2, blue: (blue + other.blue) / 2)
  }
}
