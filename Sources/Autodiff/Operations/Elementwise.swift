import Numerics

// Functions of one tensor, element by element.

public func + (k: Float, x: Tensor) -> Tensor { affine(x, scale: 1) { $0 + k } }

public func + (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1) { $0 + k } }

public func - (k: Float, x: Tensor) -> Tensor { affine(x, scale: -1) { k - $0 } }

public func - (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1) { $0 - k } }

public prefix func - (x: Tensor) -> Tensor { affine(x, scale: -1) { 0 - $0 } }

public func * (k: Float, x: Tensor) -> Tensor { affine(x, scale: k) { $0 * k } }

public func * (x: Tensor, k: Float) -> Tensor { affine(x, scale: k) { $0 * k } }

public func / (x: Tensor, k: Float) -> Tensor { affine(x, scale: 1 / k) { $0 / k } }

@inline(__always)
private func affine(_ x: Tensor, scale: Float, _ f: (Lanes) -> Lanes) -> Tensor {
  let y = x.tape.record(.affine(x.checked(on: x.tape).slot, scale: scale), x.shape)
  map(x.value, into: y.value, x.shape.count, f)
  return y
}

public func exp(_ x: Tensor) -> Tensor { apply(x, Operation.exp) { Numerics.exp($0) } }

/// Natural logarithm.
public func log(_ x: Tensor) -> Tensor { apply(x, Operation.log) { Numerics.log($0) } }

/// log(1 + eˣ), without overflow.
public func softplus(_ x: Tensor) -> Tensor { apply(x, Operation.softplus) { Numerics.softplus($0) } }

/// Sine of x radians.
public func sin(_ x: Tensor) -> Tensor { wave(x, Operation.sin, isSine: true) }

/// Cosine of x radians.
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

extension Tape {
  /// y = s x + c: dx = s dy.
  func backwardAffine(_ dy: Floats, _ x: Slot, scale: Float) { elementwise(x) { dy.lanes($0) * scale } }

  /// y = eˣ: dx = dy y.
  func backwardExponential(_ y: Floats, _ dy: Floats, _ x: Slot) { elementwise(x) { dy.lanes($0) * y.lanes($0) } }

  /// y = log x: dx = dy / x.
  func backwardLogarithm(_ dy: Floats, _ x: Slot) {
    let v = value(x)
    elementwise(x) { dy.lanes($0) / v.lanes($0) }
  }

  /// y = log(1 + eˣ): dx = dy σ(x).
  func backwardSoftplus(_ dy: Floats, _ x: Slot) {
    let v = value(x)
    elementwise(x) { dy.lanes($0) * Numerics.sigmoid(v.lanes($0)) }
  }

  /// y = sin x: dx = dy cos x. y = cos x: dx = −dy sin x.
  func backwardSineOrCosine(_ dy: Floats, _ x: Slot, isSine: Bool) {
    guard let (dx, accumulate) = gradient(x) else { return }
    let count = shape(x).count
    withScratch(count) { wave in
      waves(value(x), into: wave, count, isSine: !isSine)
      Autodiff.accumulate(into: dx, accumulate, count) {
        let slope = dy.lanes($0) * wave.lanes($0)
        return isSine ? slope : 0 - slope
      }
    }
  }

  /// y = x²: dx = 2 x dy.
  func backwardSquare(_ dy: Floats, _ x: Slot) {
    let v = value(x)
    elementwise(x) { dy.lanes($0) * (v.lanes($0) * 2) }
  }

  /// y = √x: dx = dy / 2y.
  func backwardSquareRoot(_ y: Floats, _ dy: Floats, _ x: Slot) { elementwise(x) { dy.lanes($0) * 0.5 / y.lanes($0) } }

  /// y = φ(x): dx = dy φ′.
  func backwardActivation(_ node: Node, _ dy: Floats, _ x: Slot, _ activation: Activation) {
    guard let (dx, accumulate) = gradient(x) else { return }
    activation.backward(
      dy, result: node.value, argument: value(x), into: dx, accumulate: accumulate, node.shape.count)
  }

  /// dx (+)= derivative, element by element.
  @inline(__always)
  func elementwise(_ x: Slot, _ derivative: (Int) -> Lanes) {
    guard let (dx, accumulate) = gradient(x) else { return }
    Autodiff.accumulate(into: dx, accumulate, shape(x).count, derivative)
  }
}
