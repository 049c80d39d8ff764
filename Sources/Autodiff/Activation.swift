import Numerics

/// A function applied to every element after a layer.
public enum Activation: Equatable, Sendable {
  case none
  /// max(x, 0)
  case relu
  /// x where x > 0, else slope · x; 0 ≤ slope ≤ 1
  case leakyReLU(Float)
  /// x / (1 + e⁻ˣ)
  case silu
  case tanh
  /// 1 / (1 + e⁻ˣ)
  case sigmoid

  /// The derivative of every case but `silu` can be told from the result alone; `silu` keeps its argument as well.
  var needsArgument: Bool { self == .silu }

  @inline(__always)
  func apply(_ x: Floats, into y: Floats, _ count: Int) {
    switch self {
    case .none: if x != y { map(x, into: y, count) { $0 } }
    case .relu: map(x, into: y, count) { $0.replacing(with: Float(0), where: $0 .< Lanes.zero) }
    case .leakyReLU(let slope): map(x, into: y, count) { $0.replacing(with: $0 * slope, where: $0 .< Lanes.zero) }
    case .silu: map(x, into: y, count) { $0 * Numerics.sigmoid($0) }
    case .tanh: map(x, into: y, count) { Numerics.tanh($0) }
    case .sigmoid: map(x, into: y, count) { Numerics.sigmoid($0) }
    }
  }

  /// dx (+)= dy · φ′, from the result y or, for `silu`, from the argument x.
  func backward(_ dy: Floats, result y: Floats, argument x: Floats?, into dx: Floats, accumulate: Bool, _ count: Int) {
    switch self {
    case .none: Autodiff.accumulate(into: dx, accumulate, count) { dy.lanes($0) }
    case .relu:
      Autodiff.accumulate(into: dx, accumulate, count) {
        dy.lanes($0).replacing(with: Float(0), where: y.lanes($0) .<= Lanes.zero)
      }
    case .leakyReLU(let slope):
      Autodiff.accumulate(into: dx, accumulate, count) {
        let d = dy.lanes($0)
        return d.replacing(with: d * slope, where: y.lanes($0) .<= Lanes.zero)
      }
    case .silu:
      let x = x.unsafelyUnwrapped
      @inline(__always) func derivative(_ index: Int) -> Lanes {
        let s = Numerics.sigmoid(x.lanes(index))
        return dy.lanes(index) * (s + x.lanes(index) * s * (1 - s))
      }
      Autodiff.accumulate(into: dx, accumulate, count, derivative)
    case .tanh: Autodiff.accumulate(into: dx, accumulate, count) { dy.lanes($0) * (1 - y.lanes($0) * y.lanes($0)) }
    case .sigmoid: Autodiff.accumulate(into: dx, accumulate, count) { dy.lanes($0) * (y.lanes($0) * (1 - y.lanes($0))) }
    }
  }
}
