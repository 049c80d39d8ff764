import Events
import Figures

/// A plane in characters, where there are no colours: braille in a frame while all dots are of one kind, else signs.
struct PlaneText {
  private let plane: Plane
  private let width: Int
  private let rows: Int

  init(_ plane: Plane, width: Int, rows: Int) {
    self.plane = plane
    self.width = width
    self.rows = rows
  }

  var lines: [String] {
    let kinds = Set(plane.points?.classes ?? []).count
    guard plane.field == nil, kinds <= 1, plane.points == nil || plane.arrows == nil else {
      return PlaneSigns(plane, width: width, rows: rows).lines
    }
    // Half as many rows as columns make a square.
    let rows = max(2, min((width - 2) / 2, self.rows - 2))
    var dots = Braille(columns: 2 * rows, rows: rows)
    let picture = PlaneDrawing(plane, side: 4 * rows).picture
    for y in 0..<4 * rows {
      for x in 0..<4 * rows where picture.bytes[(y * picture.width + x) * 3 + 1] > 80 { dots.set(x, y) }
    }
    return Self.framed((0..<rows).map { dots.text(row: $0) })
  }

  static func framed(_ lines: [String]) -> [String] {
    let edge = String(repeating: "─", count: lines.first?.count ?? 0)
    return ["┌" + edge + "┐"] + lines.map { "│" + $0 + "│" } + ["└" + edge + "┘"]
  }
}
