/// Dots in braille: each character cell is two dots wide and four high.
struct Braille {
  let columns: Int
  let rows: Int
  private var cells: [UInt32]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: 0, count: columns * rows)
  }

  /// The dots of a cell are numbered down the columns, and the bottom pair came later.
  private static let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// Sets the dot so many from the left and from the top.
  mutating func set(_ x: Int, _ y: Int) {
    cells[y / 4 * columns + x / 2] |= Self.bits[y % 4][x % 2]
  }

  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      set(start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps)
    }
  }

  /// Returns one row of characters; a cell without dots is a space.
  func text(row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in cells[row * columns..<(row + 1) * columns] {
      text.append(cell == 0 ? " " : Unicode.Scalar(0x2800 + cell) ?? " ")
    }
    return String(text)
  }
}
