/// A matrix in memory, or its transpose: element (i, j) is at `start[i · rowStride + j · columnStride]`.
struct MatrixView {
  var start: Floats
  var rowStride: Int
  var columnStride: Int

  init(_ start: Floats, columns: Int, transposed: Bool = false) {
    self.start = start
    rowStride = transposed ? 1 : columns
    columnStride = transposed ? columns : 1
  }
}

/// The numbers that a product begins from, before its terms are added.
enum ProductStart {
  case zero
  /// the same row for every row of the result
  case row(Floats)
  /// the result's own old values
  case result
}

/// y = start + a b with a [m, k], b [k, n] and y [m, n].
///
/// Each element adds its k terms in the order of k, one rounding for the product and one for the sum: how the work
/// is cut into tiles, vectors or threads does not show in the result. `panel` has room for `panelCount(k)` numbers.
func multiply(
  _ a: MatrixView, _ b: MatrixView, into y: Floats, m: Int, k: Int, n: Int, from start: ProductStart = .zero,
  panel: Floats
) {
  var product = Product(a: a, b: b, y: y, m: m, k: k, n: n, start: start, panel: panel)
  let panels = (n + Tile.columns - 1) / Tile.columns
  // A thread takes some 10 µs to wake: products of less than two million terms stay on one.
  guard m * k * n >= 1 << 21, threadCount > 1 else {
    for number in 0..<panels { product.compute(0..<m, number * Tile.columns, panel) }
    return
  }
  product.blocks = min(max(1, 8 * threadCount / panels), max(1, product.tiles / 8))
  forEachPiece(panels * product.blocks, product)
}

/// A product in pieces: some columns of the result each, in one of the blocks of its rows.
private struct Product: PieceWork {
  let a: MatrixView
  let b: MatrixView
  let y: Floats
  let m: Int
  let k: Int
  let n: Int
  let start: ProductStart
  let panel: Floats
  var blocks = 1

  var tiles: Int { (m + Tile.rows - 1) / Tile.rows }

  func run(piece: Int, worker: Int) {
    let block = piece % blocks
    let rows = tiles * block / blocks * Tile.rows..<min(m, tiles * (block + 1) / blocks * Tile.rows)
    compute(rows, piece / blocks * Tile.columns, panel + worker * panelLength(k))
  }

  /// Some rows of the columns from `column` on.
  func compute(_ rows: Range<Int>, _ column: Int, _ panel: Floats) {
    let width = min(Tile.columns, n - column)
    pack(b, k: k, column: column, width: width, into: panel)
    multiply(a, panel, into: y, rows: rows, k: k, columns: column..<column + width, n: n, from: start)
  }
}

/// Some rows of the result in some of its columns, whose part of b is packed.
private func multiply(
  _ a: MatrixView, _ panel: Floats, into y: Floats, rows: Range<Int>, k: Int, columns: Range<Int>, n: Int,
  from start: ProductStart
) {
  let column = columns.lowerBound
  var row = rows.lowerBound
  while row < rows.upperBound {
    let height = rows.upperBound - row >= Tile.rows ? Tile.rows : 1
    var tile = Tile(
      a: a.start + row * a.rowStride, rowStride: a.rowStride, columnStride: a.columnStride, panel: panel, k: k,
      y: y + row * n + column, yStride: n)
    switch start {
    case .zero: break
    case .row(let values): tile.start = (values + column, 0)
    case .result: tile.start = (tile.y, n)
    }
    if columns.count == Tile.columns {
      height == 1 ? tile.one() : tile.full()
    } else {
      tile.narrow(width: columns.count, height: height, scratch: panel + k * Tile.columns)
    }
    row += height
  }
}

/// Numbers that the panels of a product with inner length k take: one for every thread that there may be.
func panelCount(_ k: Int) -> Int { Workers.maximumCount * panelLength(k) }

/// A panel, with a tile's scratch behind it.
private func panelLength(_ k: Int) -> Int { (k + Tile.rows) * Tile.columns }

/// Copies columns of b so that the tile reads them one after the other; zeros to the right of the last one.
private func pack(_ b: MatrixView, k: Int, column: Int, width: Int, into panel: Floats) {
  let source = b.start + column * b.columnStride
  if width == Tile.columns && b.columnStride == 1 {
    for p in 0..<k {
      let row = UnsafeRawPointer(source + p * b.rowStride)
      let target = UnsafeMutableRawPointer(panel + p * Tile.columns)
      target.storeBytes(of: row.loadUnaligned(as: Tile.Vector.self), as: Tile.Vector.self)
      let half = Tile.columns / 2 * 4
      target.storeBytes(
        of: row.loadUnaligned(fromByteOffset: half, as: Tile.Vector.self), toByteOffset: half, as: Tile.Vector.self)
    }
    return
  }
  if width < Tile.columns { panel.update(repeating: 0, count: k * Tile.columns) }
  if b.rowStride == 1 {
    packTransposed(source, columnStride: b.columnStride, k: k, width: width, into: panel)
  } else {
    packPlainly(source, b, k: k, columns: 0..<width, into: panel, from: 0)
  }
}

/// Columns of b that lie in memory as rows, in blocks of four by four.
private func packTransposed(_ source: Floats, columnStride: Int, k: Int, width: Int, into panel: Floats) {
  typealias Four = SIMD4<Float>
  let whole = width & ~3
  let row = Tile.columns * 4
  let next = columnStride * 4
  for p in stride(from: 0, to: k & ~3, by: 4) {
    for j in stride(from: 0, to: whole, by: 4) {
      let first = UnsafeRawPointer(source + j * columnStride + p)
      let a = first.loadUnaligned(as: Four.self)
      let b = first.loadUnaligned(fromByteOffset: next, as: Four.self)
      let c = first.loadUnaligned(fromByteOffset: 2 * next, as: Four.self)
      let d = first.loadUnaligned(fromByteOffset: 3 * next, as: Four.self)
      let target = UnsafeMutableRawPointer(panel + p * Tile.columns + j)
      target.storeBytes(of: Four(a.x, b.x, c.x, d.x), as: Four.self)
      target.storeBytes(of: Four(a.y, b.y, c.y, d.y), toByteOffset: row, as: Four.self)
      target.storeBytes(of: Four(a.z, b.z, c.z, d.z), toByteOffset: 2 * row, as: Four.self)
      target.storeBytes(of: Four(a.w, b.w, c.w, d.w), toByteOffset: 3 * row, as: Four.self)
    }
  }
  let view = MatrixView(source, columns: columnStride, transposed: true)
  packPlainly(source, view, k: k, columns: 0..<whole, into: panel, from: k & ~3)
  packPlainly(source, view, k: k, columns: whole..<width, into: panel, from: 0)
}

/// Element by element, from a row on.
private func packPlainly(
  _ source: Floats, _ b: MatrixView, k: Int, columns: Range<Int>, into panel: Floats, from first: Int
) {
  for p in first..<k {
    let row = source + p * b.rowStride
    for j in columns { panel[p * Tile.columns + j] = row[j * b.columnStride] }
  }
}
