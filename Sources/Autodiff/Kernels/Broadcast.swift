import Numerics

/// The way in which an operand is read while a result [rows, columns] is filled: a stride of 0 repeats a row or a
/// column.
struct Layout: Equatable {
  var rowStride: Int
  var columnStride: Int

  init(_ operand: Shape, in result: Shape) {
    columnStride = operand.columns == 1 && result.columns > 1 ? 0 : 1
    rowStride = operand.rows == 1 && result.rows > 1 ? 0 : operand.columns
  }

  /// Every element is read once, in order.
  func isFull(_ columns: Int) -> Bool { columnStride == 1 && (rowStride == columns) }

  /// Sixteen numbers from a place on; behind the last column, whatever is there.
  @inline(__always)
  func lanes(_ operand: Floats, row: Int, column: Int) -> Lanes {
    let start = operand + row * rowStride
    return columnStride == 0 ? Lanes(repeating: start[0]) : start.lanes(column)
  }
}

/// The shape of a ∘ b: equal shapes, or one is a single row, a single column or a single number.
func broadcastShape(_ a: Shape, _ b: Shape, _ name: StaticString) -> Shape {
  if a == b { return a }
  let rowsFit = a.rows == b.rows || a.rows == 1 || b.rows == 1
  let columnsFit = a.columns == b.columns || a.columns == 1 || b.columns == 1
  require(
    rowsFit && columnsFit,
    "\(name): the shapes \(a.description) and \(b.description) do not fit: "
      + "they must be equal, or one of them a single row [1, c], a single column [r, 1] or a single number")
  let rows = max(a.rows, b.rows)
  let columns = max(a.columns, b.columns)
  if a.count == rows * columns { return a }
  return b.count == rows * columns ? b : Shape(rows: rows, columns: columns)
}

/// y (+)= f(a, b), each operand read by its layout.
@inline(__always)
func combine(
  _ a: Floats, _ aLayout: Layout, _ b: Floats, _ bLayout: Layout, into y: Floats, accumulate: Bool = false,
  rows: Int, columns: Int, _ f: (Lanes, Lanes) -> Lanes
) {
  // Two whole operands are one long row.
  let isFlat = aLayout.isFull(columns) && bLayout.isFull(columns)
  let length = isFlat ? rows * columns : columns
  for row in 0..<(isFlat ? 1 : rows) {
    var column = 0
    while column < length {
      let count = min(16, length - column)
      var result = f(
        aLayout.lanes(a, row: row, column: column), bLayout.lanes(b, row: row, column: column))
      let start = row * columns + column
      if accumulate { result += y.lanes(start) }
      if count == 16 {
        y.store(result, at: start)
      } else {
        y.store(result, at: start, count: count)
      }
      column += 16
    }
  }
}

/// target (+)= d summed over what the layout repeats: the way back from a broadcast.
func reduce(_ d: Floats, rows: Int, columns: Int, into target: Floats, _ layout: Layout, accumulate: Bool) {
  if layout.isFull(columns) { return Autodiff.accumulate(into: target, accumulate, rows * columns) { d.lanes($0) } }
  if layout.columnStride == 1 { return sumRows(d, rows: rows, columns: columns, into: target, accumulate: accumulate) }
  if layout.rowStride == 0 && rows > 1 {
    let total = sum(d, rows * columns)
    target[0] = accumulate ? target[0] + total : total
  } else {
    sumColumns(d, rows: rows, columns: columns, into: target, accumulate: accumulate)
  }
}
