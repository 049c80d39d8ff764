import Numerics

// The same numbers in another arrangement.

/// The numbers of x; no gradient flows back through them.
public func stopGradient(_ x: Tensor) -> Tensor {
  let shape = x.shape
  return x.tape.append(Tape.Node(operation: .stopGradient, shape: shape, value: x.value))
}

/// The numbers of x, row by row, under another shape.
public func reshape(_ x: Tensor, _ shape: Shape) -> Tensor {
  require(
    shape.count == x.shape.count,
    "reshape: \(x.shape.description) holds \(x.shape.count) numbers, \(shape.description) takes \(shape.count)")
  return x.tape.append(Tape.Node(operation: .reshape(x.slot), shape: shape, value: x.value))
}

/// a and b side by side: [r, c] and [r, d] → [r, c + d].
public func concatenate(_ a: Tensor, _ b: Tensor) -> Tensor {
  let tape = a.checked(on: b.checked(on: b.tape).tape).tape
  let rows = a.shape.rows
  let left = a.shape.columns
  let right = b.shape.columns
  require(
    rows == b.shape.rows,
    "concatenate: \(a.shape.description) with \(b.shape.description): left rows \(rows) ≠ right rows \(b.shape.rows)")
  let y = tape.record(.concatenate(a.slot, b.slot), a.shape.replacingColumns(with: left + right))
  for row in 0..<rows {
    let target = y.value + row * (left + right)
    target.copy(a.value + row * left, count: left)
    (target + left).copy(b.value + row * right, count: right)
  }
  return y
}

/// Some of the columns: [r, c] → [r, range.count].
public func columns(_ x: Tensor, _ range: Range<Int>) -> Tensor {
  let width = x.shape.columns
  require(
    range.lowerBound >= 0 && range.upperBound <= width && !range.isEmpty,
    "columns \(range.lowerBound)..<\(range.upperBound) of a tensor of shape \(x.shape.description)")
  let y = x.tape.record(
    .columns(x.slot, first: Int32(range.lowerBound)), x.shape.replacingColumns(with: range.count))
  for row in 0..<x.shape.rows {
    (y.value + row * range.count).copy(x.value + row * width + range.lowerBound, count: range.count)
  }
  return y
}

/// Each row so many times, one after the other: [r, c] → [r · times, c]. What is known of a picture, for all its
/// pixels.
public func repeatRows(_ x: Tensor, times: Int) -> Tensor {
  require(x.shape.rank == 2 && times >= 1, "repeatRows: \(times) times a tensor of shape \(x.shape.description)")
  let (rows, columns) = (x.shape.rows, x.shape.columns)
  let y = x.tape.record(
    .repeatRows(x.checked(on: x.tape).slot), Shape(rows: rows * times, columns: columns))
  for row in 0..<rows * times {
    (y.value + row * columns).copy(x.value + row / times * columns, count: columns)
  }
  return y
}

extension Tape {
  func backwardReshape(_ dy: Floats, _ x: Slot) { elementwise(x) { dy.lanes($0) } }

  func backwardConcatenation(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    copyColumns(dy, node.shape, first: 0, to: a)
    copyColumns(dy, node.shape, first: shape(a).columns, to: b)
  }

  /// dx (+)= the columns of d from `first` on.
  func copyColumns(_ d: Floats, _ shape: Shape, first: Int, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let width = self.shape(x).columns
    for row in 0..<shape.rows {
      let source = d + row * shape.columns + first
      let target = dx + row * width
      for column in 0..<width { target[column] = accumulate ? target[column] + source[column] : source[column] }
    }
  }

  /// The columns of dx from `first` on (+)= d; the others get nothing.
  func addColumns(_ d: Floats, _ shape: Shape, first: Int, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let width = self.shape(x).columns
    if !accumulate { dx.update(repeating: 0, count: self.shape(x).count) }
    for row in 0..<shape.rows {
      let source = d + row * shape.columns
      let target = dx + row * width + first
      for column in 0..<shape.columns { target[column] += source[column] }
    }
  }

  func backwardRepeatRows(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let (rows, columns) = (shape(x).rows, shape(x).columns)
    let times = node.shape.rows / rows
    for row in 0..<rows {
      sumRows(
        dy + row * times * columns, rows: times, columns: columns, into: dx + row * columns, accumulate: accumulate)
    }
  }
}
