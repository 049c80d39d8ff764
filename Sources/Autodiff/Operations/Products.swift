import Numerics

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

extension Tape {
  /// Y = A′B′ with A′ = A or Aᵀ, B′ likewise: dA′ = dY B′ᵀ, dB′ = A′ᵀ dY, and transposed where the operand was.
  func backwardProduct(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot, _ transposed: (left: Bool, right: Bool)) {
    let m = node.shape.rows
    let n = node.shape.columns
    let k = transposed.left ? shape(a).rows : shape(a).columns
    let dY = MatrixView(dy, columns: n)
    let dYTransposed = MatrixView(dy, columns: n, transposed: true)
    if let (da, accumulate) = gradient(a) {
      let b = value(b)
      let columns = transposed.right ? k : n
      if transposed.left {
        product(MatrixView(b, columns: columns, transposed: transposed.right), dYTransposed, da, accumulate, k, n, m)
      } else {
        product(dY, MatrixView(b, columns: columns, transposed: !transposed.right), da, accumulate, m, n, k)
      }
    }
    if let (db, accumulate) = gradient(b) {
      let a = value(a)
      let columns = transposed.left ? m : k
      if transposed.right {
        product(dYTransposed, MatrixView(a, columns: columns, transposed: transposed.left), db, accumulate, n, m, k)
      } else {
        product(MatrixView(a, columns: columns, transposed: !transposed.left), dY, db, accumulate, k, m, n)
      }
    }
  }

  /// y = φ(x W + b): d = dy φ′, dx = d Wᵀ, dW = xᵀ d, db = Σ_rows d.
  func backwardDense(
    _ node: Node, _ dy: Floats, _ x: Slot, _ weight: Slot, _ bias: Slot, _ activation: Activation
  ) {
    let m = node.shape.rows
    let n = node.shape.columns
    let k = shape(x).columns
    // dy is not read again after this node: φ′ can be multiplied in where it lies.
    if activation != .none {
      activation.backward(
        dy, result: node.value, argument: node.auxiliary, into: dy, accumulate: false, node.shape.count)
    }
    if let (db, accumulate) = gradient(bias) { sumRows(dy, rows: m, columns: n, into: db, accumulate: accumulate) }
    let d = MatrixView(dy, columns: n)
    if let (dW, accumulate) = gradient(weight) {
      product(MatrixView(value(x), columns: k, transposed: true), d, dW, accumulate, k, m, n)
    }
    if let (dx, accumulate) = gradient(x) {
      product(d, MatrixView(value(weight), columns: n, transposed: true), dx, accumulate, m, n, k)
    }
  }

  /// y (+)= a b with a [m, k], b [k, n].
  func product(_ a: MatrixView, _ b: MatrixView, _ y: Floats, _ accumulate: Bool, _ m: Int, _ k: Int, _ n: Int) {
    withScratch(panelCount(k)) {
      multiply(a, b, into: y, m: m, k: k, n: n, from: accumulate ? .result : .zero, panel: $0)
    }
  }
}
