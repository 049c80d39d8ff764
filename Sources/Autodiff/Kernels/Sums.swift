import Numerics

/// Σ x: element i goes to partial sum i mod 16, and the sixteen are added in a fixed order.
func sum(_ x: Floats, _ count: Int) -> Float { sum(count) { x.lanes($0) } }

/// Σ of the terms that a closure gives, sixteen from an index on, in the same order; what it gives beyond `count` is
/// not looked at.
@inline(__always)
func sum(_ count: Int, _ terms: (Int) -> Lanes) -> Float {
  var partial = Lanes.zero
  var index = 0
  while index < count {
    var term = terms(index)
    if count - index < 16 {
      term.replace(with: Float(0), where: laneNumbers .>= Lanes(repeating: Float(count - index)))
    }
    partial += term
    index += 16
  }
  return partial.total
}

private let laneNumbers = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)

/// y[j] (+)= Σᵢ x[i, j], row after row.
func sumRows(_ x: Floats, rows: Int, columns: Int, into y: Floats, accumulate: Bool) {
  var column = 0
  while column < columns {
    let count = min(16, columns - column)
    var total = Lanes.zero
    for row in 0..<rows { total += x.lanes(row * columns + column) }
    if accumulate { total += y.lanes(column) }
    if count == 16 { y.store(total, at: column) } else { y.store(total, at: column, count: count) }
    column += 16
  }
}

/// y[i] (+)= Σⱼ x[i, j].
func sumColumns(_ x: Floats, rows: Int, columns: Int, into y: Floats, accumulate: Bool) {
  for row in 0..<rows {
    let total = sum(x + row * columns, columns)
    y[row] = accumulate ? y[row] + total : total
  }
}

/// probabilities[i, ·] = softmax of row i, result[i] = log Σⱼ exp x[i, j], with the largest element taken out first.
func softmax(_ x: Floats, rows: Int, columns: Int, into probabilities: Floats, logSumExp result: Floats) {
  for row in 0..<rows {
    let source = x + row * columns
    let target = probabilities + row * columns
    var largest = source[0]
    for column in 1..<max(1, columns) where source[column] > largest { largest = source[column] }
    // Equal infinities would give ∞ − ∞.
    let offset = largest.isFinite ? largest : 0
    var partial = Lanes.zero
    forEachLanes(columns) { column, count in
      var e = exp(source.lanes(column, count: count) - offset)
      for lane in count..<16 { e[lane] = 0 }
      partial += e
      target.store(e, at: column, count: count)
    }
    let total = partial.total
    forEachLanes(columns) { column, count in
      target.store(target.lanes(column, count: count) / total, at: column, count: count)
    }
    result[row] = log(total) + offset
  }
}

/// Calls the body for each sixteen columns with the first and their number, which is less than 16 at the end.
@inline(__always)
func forEachLanes(_ columns: Int, _ body: (Int, Int) -> Void) {
  var column = 0
  while column < columns {
    body(column, min(16, columns - column))
    column += 16
  }
}
