import Numerics

// Element by element.

public func exp(_ x: Tensor) -> Tensor { apply(x, Operation.exp) { Numerics.exp($0) } }

/// Natural logarithm.
public func log(_ x: Tensor) -> Tensor { apply(x, Operation.log) { Numerics.log($0) } }

/// log(1 + eˣ), without overflow.
public func softplus(_ x: Tensor) -> Tensor { apply(x, Operation.softplus) { Numerics.softplus($0) } }

/// |x| ≤ 8,192 radians.
public func sin(_ x: Tensor) -> Tensor { wave(x, Operation.sin, isSine: true) }

/// |x| ≤ 8,192 radians.
public func cos(_ x: Tensor) -> Tensor { wave(x, Operation.cos, isSine: false) }

/// x²
public func square(_ x: Tensor) -> Tensor { apply(x, Operation.square) { $0 * $0 } }

/// √x; its gradient at 0 is infinite.
public func squareRoot(_ x: Tensor) -> Tensor { apply(x, Operation.squareRoot) { $0.squareRoot() } }

public func tanh(_ x: Tensor) -> Tensor { activate(x, .tanh) }

/// 1/(1 + e⁻ˣ)
public func sigmoid(_ x: Tensor) -> Tensor { activate(x, .sigmoid) }

/// φ(x) for any activation.
public func activate(_ x: Tensor, _ activation: Activation) -> Tensor {
  let y = x.tape.record(.activate(x.checked(on: x.tape).slot, activation), x.shape)
  activation.apply(x.value, into: y.value, x.shape.count)
  return y
}

/// The same numbers; no gradient flows back through them.
public func stopGradient(_ x: Tensor) -> Tensor {
  let shape = x.shape
  return x.tape.append(Tape.Node(operation: .stopGradient, shape: shape, value: x.value))
}

/// The same numbers, row by row, under another shape.
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

private func wave(_ x: Tensor, _ operation: (Slot) -> Operation, isSine: Bool) -> Tensor {
  let y = x.tape.record(operation(x.checked(on: x.tape).slot), x.shape)
  waves(x.value, into: y.value, x.shape.count, isSine: isSine)
  return y
}

/// y = sin x or cos x: for both, there and back, because it is long.
@inline(never)
func waves(_ x: Floats, into y: Floats, _ count: Int, isSine: Bool) {
  map(x, into: y, count) {
    let wave = sineAndCosine($0)
    return isSine ? wave.sine : wave.cosine
  }
}

@inline(__always)
private func apply(_ x: Tensor, _ operation: (Slot) -> Operation, _ f: (Lanes) -> Lanes) -> Tensor {
  let y = x.tape.record(operation(x.checked(on: x.tape).slot), x.shape)
  map(x.value, into: y.value, x.shape.count, f)
  return y
}
