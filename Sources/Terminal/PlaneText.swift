import Display
import Figures

/// A plane in characters, where there are no colours: points and arrows as braille in a frame, a heat map in shades.
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
    guard plane.field == nil else {
      let side = max(8, min(width, 2 * rows))
      return PictureText(PlaneDrawing(plane, side: side).picture, width: width, rows: rows).lines(.none)
    }
    // Half as many rows as columns make a square.
    let rows = max(2, min((width - 2) / 2, self.rows - 2))
    var dots = Braille(columns: 2 * rows, rows: rows)
    let picture = PlaneDrawing(plane, side: 4 * rows).picture
    for y in 0..<4 * rows {
      for x in 0..<4 * rows where picture.bytes[(y * picture.width + x) * 3 + 1] > 80 { dots.set(x, y) }
    }
    let edge = String(repeating: "─", count: 2 * rows)
    return ["┌" + edge + "┐"] + (0..<rows).map { "│" + dots.text(row: $0) + "│" } + ["└" + edge + "┘"]
  }
}
