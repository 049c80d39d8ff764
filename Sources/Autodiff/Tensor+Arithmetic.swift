import Numerics

// Element by element: [r, c] with [r, c], with one row [1, c], one column [r, 1] or one number.

public func + (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "+", Operation.add) { $0 + $1 } }

public func - (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "-", Operation.subtract) { $0 - $1 } }

public func * (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "*", Operation.multiply) { $0 * $1 } }

public func / (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "/", Operation.divide) { $0 / $1 } }

public func + (k: Float, x: Tensor) -> Tensor { affine(x, scale: 1) { $0 + k } }

public func + (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1) { $0 + k } }

public func - (k: Float, x: Tensor) -> Tensor { affine(x, scale: -1) { k - $0 } }

public func - (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1) { $0 - k } }

public func * (k: Float, x: Tensor) -> Tensor { affine(x, scale: k) { $0 * k } }

public func * (x: Tensor, k: Float) -> Tensor { affine(x, scale: k) { $0 * k } }

public func / (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1 / k) { $0 / k } }

public prefix func - (x: Tensor) -> Tensor { affine(x, scale: -1) { 0 - $0 } }

infix operator • : MultiplicationPrecedence

/// Matrix product: [m, k] • [k, n] → [m, n].
public func • (a: Tensor, b: Tensor) -> Tensor { product(a, b) }

/// Matrix product of a or aᵀ with b or bᵀ.
public func product(
  _ a: Tensor, _ b: Tensor, transposingLeft: Bool = false, transposingRight: Bool = false
) -> Tensor {
  let tape = a.checked(on: b.checked(on: b.tape).tape).tape
  let left = a.shape
  let right = b.shape
  let (m, k) = transposingLeft ? (left.columns, left.rows) : (left.rows, left.columns)
  let (inner, n) = transposingRight ? (right.columns, right.rows) : (right.rows, right.columns)
  require(
    k == inner,
    "•: \(left.description) with \(right.description): left \(transposingLeft ? "rows" : "columns") \(k) ≠ "
      + "right \(transposingRight ? "columns" : "rows") \(inner)")
  let shape = transposingLeft ? Shape(rows: m, columns: n) : left.replacingColumns(with: n)
  let y = tape.record(.product(a.slot, b.slot, transposed: (transposingLeft, transposingRight)), shape)
  tape.product(
    MatrixView(a.value, columns: left.columns, transposed: transposingLeft),
    MatrixView(b.value, columns: right.columns, transposed: transposingRight), y.value, false, m, k, n)
  return y
}

/// φ(x W + b), as one node: x [r, k], W [k, n], b [1, n] → [r, n].
package func dense(_ x: Tensor, weight: Tensor, bias: Tensor, _ activation: Activation) -> Tensor {
  let tape = x.checked(on: weight.tape).tape
  let k = x.shape.columns
  let n = weight.shape.columns
  let m = x.shape.rows
  require(
    k == weight.shape.rows && n == bias.shape.count,
    "dense layer: input \(x.shape.description), weights \(weight.shape.description): "
      + "input columns \(k) ≠ weight rows \(weight.shape.rows)")
  let y = tape.record(
    .dense(x.slot, weight: weight.slot, bias: bias.slot, activation), x.shape.replacingColumns(with: n))
  let argument = activation.needsArgument ? tape.arena.allocate(m * n) : y.value
  if activation.needsArgument { tape.nodes[Int(y.slot)].auxiliary = argument }
  tape.withScratch(panelCount(k)) { panel in
    multiply(
      MatrixView(x.value, columns: k), MatrixView(weight.value, columns: n), into: argument, m: m, k: k, n: n,
      from: .row(bias.value), panel: panel)
  }
  activation.apply(argument, into: y.value, m * n)
  return y
}

@inline(__always)
private func combine(
  _ a: Tensor, _ b: Tensor, _ name: StaticString, _ operation: (Slot, Slot) -> Operation,
  _ f: (Lanes, Lanes) -> Lanes
) -> Tensor {
  let pair = Pair(a, b, name, operation(a.slot, b.slot))
  combine(
    pair.a, pair.aLayout, pair.b, pair.bLayout, into: pair.y, rows: pair.rows, columns: pair.columns, f)
  return pair.result
}

/// What all operations on two tensors have in common: the operands, how each is read, and where the result goes.
private struct Pair {
  let result: Tensor
  let (a, b, y): (Floats, Floats, Floats)
  let (aLayout, bLayout): (Layout, Layout)
  let (rows, columns): (Int, Int)

  @inline(never)
  init(_ left: Tensor, _ right: Tensor, _ name: StaticString, _ operation: Operation) {
    let tape = left.checked(on: right.checked(on: right.tape).tape).tape
    let leftShape = left.shape
    let rightShape = right.shape
    let shape = broadcastShape(leftShape, rightShape, name)
    result = tape.record(operation, shape)
    (a, b, y) = (left.value, right.value, result.value)
    (aLayout, bLayout) = (Layout(leftShape, in: shape), Layout(rightShape, in: shape))
    (rows, columns) = (shape.rows, shape.columns)
  }
}

@inline(__always)
private func affine(_ x: Tensor, scale: Float, _ f: (Lanes) -> Lanes) -> Tensor {
  let y = x.tape.record(.affine(x.checked(on: x.tape).slot, scale: scale), x.shape)
  map(x.value, into: y.value, x.shape.count, f)
  return y
}
