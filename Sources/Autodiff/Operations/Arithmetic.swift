import Numerics

// The four operations on two tensors, element by element: [r, c] with [r, c], with one row [1, c], one column [r, 1] or
// one number. Where an operand was repeated, the way back sums over what it was repeated for.

public func + (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "+", Operation.add) { $0 + $1 } }

public func - (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "-", Operation.subtract) { $0 - $1 } }

public func * (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "*", Operation.multiply) { $0 * $1 } }

public func / (a: Tensor, b: Tensor) -> Tensor { combine(a, b, "/", Operation.divide) { $0 / $1 } }

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

/// The parts that all operations on two tensors have in common: the operands, how each is read, and where the result
/// goes.
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

extension Tape {
  /// y = a + b: da = dy, db = dy.
  func backwardSum(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    accumulateReduced(dy, node.shape, to: a)
    accumulateReduced(dy, node.shape, to: b)
  }

  /// y = a − b: da = dy, db = −dy.
  func backwardDifference(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    accumulateReduced(dy, node.shape, to: a)
    accumulateReduced(dy, by: a, node.shape, to: b) { d, _ in 0 - d }
  }

  /// y = a b: da = dy b, db = dy a.
  func backwardElementwiseProduct(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    accumulateReduced(dy, by: b, node.shape, to: a) { d, b in d * b }
    accumulateReduced(dy, by: a, node.shape, to: b) { d, a in d * a }
  }

  /// y = a / b: da = dy / b, db = −dy y / b.
  func backwardQuotient(_ node: Node, _ dy: Floats, _ a: Slot, _ b: Slot) {
    func add(_ d: Floats, to x: Slot, _ target: (Floats, accumulate: Bool)) {
      accumulateReduced(d, by: b, node.shape, to: x, target) { d, b in d / b }
    }
    if let target = gradient(a) { add(dy, to: a, target) }
    guard let target = gradient(b) else { return }
    withScratch(node.shape.count) { scratch in
      Autodiff.accumulate(into: scratch, false, node.shape.count) { 0 - dy.lanes($0) * node.value.lanes($0) }
      add(scratch, to: b, target)
    }
  }

  /// The gradient of operand x of a broadcast: d summed over what was repeated.
  func accumulateReduced(_ d: Floats, _ result: Shape, to x: Slot) {
    guard let (dx, accumulate) = gradient(x) else { return }
    reduce(
      d, rows: result.rows, columns: result.columns, into: dx, Layout(shape(x), in: result), accumulate: accumulate)
  }

  /// The gradient of operand x of a broadcast: f(d, other operand), summed over what was repeated.
  @inline(__always)
  func accumulateReduced(_ d: Floats, by other: Slot, _ result: Shape, to x: Slot, _ f: (Lanes, Lanes) -> Lanes) {
    guard let target = gradient(x) else { return }
    accumulateReduced(d, by: other, result, to: x, target, f)
  }

  @inline(__always)
  private func accumulateReduced(
    _ d: Floats, by other: Slot, _ result: Shape, to x: Slot, _ gradient: (Floats, accumulate: Bool),
    _ f: (Lanes, Lanes) -> Lanes
  ) {
    let (dx, accumulate) = gradient
    let rows = result.rows
    let columns = result.columns
    let layout = Layout(shape(x), in: result)
    let isFull = layout.isFull(columns)
    // Gradients live to the end of the pass, scratch does not: it comes last.
    let mark = arena.mark
    defer { arena.rewind(to: mark) }
    let target = isFull ? dx : arena.allocate(result.count)
    combine(
      d, Layout(result, in: result), value(other), Layout(shape(other), in: result), into: target,
      accumulate: isFull && accumulate, rows: rows, columns: columns, f)
    if !isFull { reduce(target, rows: rows, columns: columns, into: dx, layout, accumulate: accumulate) }
  }
}
