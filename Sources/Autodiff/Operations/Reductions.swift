import Numerics

// Sums and means, and their smooth cousin.

/// The sum of all elements, shape [1, 1].
public func sum(_ x: Tensor) -> Tensor {
  let y = x.tape.record(.sum(x.checked(on: x.tape).slot), Shape(rows: 1, columns: 1))
  y.value[0] = sum(x.value, x.shape.count)
  return y
}

/// Sums over an axis of a matrix [r, c]: axis 0 → [1, c], axis 1 → [r, 1].
public func sum(_ x: Tensor, over axis: Int) -> Tensor {
  let rows = x.shape.rows
  let columns = x.shape.columns
  require(
    x.shape.rank == 2 && (axis == 0 || axis == 1),
    "sum over axis \(axis) of a tensor of shape \(x.shape.description): it takes a matrix and axis 0 or 1")
  if axis == 0 {
    let y = x.tape.record(.sumRows(x.slot), Shape(rows: 1, columns: columns))
    sumRows(x.value, rows: rows, columns: columns, into: y.value, accumulate: false)
    return y
  }
  let y = x.tape.record(.sumColumns(x.slot), Shape(rows: rows, columns: 1))
  sumColumns(x.value, rows: rows, columns: columns, into: y.value, accumulate: false)
  return y
}

/// The mean of all elements, shape [1, 1].
public func mean(_ x: Tensor) -> Tensor { sum(x) / Float(x.shape.count) }

/// The mean over an axis of a matrix [r, c]: axis 0 → [1, c], axis 1 → [r, 1].
public func mean(_ x: Tensor, over axis: Int) -> Tensor { sum(x, over: axis) / Float(x.shape[axis]) }

/// log Σⱼ exp x[i, j], without overflow: [r, c] → [r, 1].
public func logSumExp(_ x: Tensor) -> Tensor {
  let shape = x.shape
  let tape = x.tape
  let y = tape.record(.logSumExp(x.slot), Shape(rows: shape.rows, columns: 1))
  let probabilities = tape.arena.allocate(shape.count)
  tape.nodes[Int(y.slot)].auxiliary = probabilities
  softmax(x.value, rows: shape.rows, columns: shape.columns, into: probabilities, logSumExp: y.value)
  return y
}

/// exp x[i, j] / Σⱼ exp x[i, j]: each row becomes probabilities.
public func softmax(_ x: Tensor) -> Tensor { exp(x - logSumExp(x)) }

extension Tape {
  /// y = Σ x: dx = dy, everywhere.
  func backwardTotal(_ dy: Floats, _ x: Slot) { elementwise(x) { _ in Lanes(repeating: dy[0]) } }

  /// dx[i, j] (+)= f(d repeated over x, x): the way back from a sum along an axis.
  @inline(__always)
  func spread(_ node: Node, _ d: Floats, _ x: Slot, _ f: (Lanes, Lanes) -> Lanes) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let shape = shape(x)
    combine(
      d, Layout(node.shape, in: shape), value(x), Layout(shape, in: shape), into: dx, accumulate: accumulate,
      rows: shape.rows, columns: shape.columns, f)
  }

  /// dx = dy · softmax(x), row by row.
  func backwardLogSumExp(_ node: Node, _ dy: Floats, _ x: Slot) {
    guard let (dx, accumulate) = gradient(x), let probabilities = node.auxiliary else { return }
    let shape = shape(x)
    combine(
      dy, Layout(node.shape, in: shape), probabilities, Layout(shape, in: shape), into: dx, accumulate: accumulate,
      rows: shape.rows, columns: shape.columns
    ) { d, p in d * p }
  }
}
