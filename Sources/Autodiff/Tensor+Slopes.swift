import Numerics

/// φ′ where φ gave y, as data: no gradient flows into it. For activations made of straight pieces, whose slope is
/// constant around almost every point, so that leaving its own derivative out loses nothing.
package func slopes(of y: Tensor, _ activation: Activation) -> Tensor {
  let below: Float
  switch activation {
  case .none: below = 1
  case .relu: below = 0
  case .leakyReLU(let slope): below = slope
  case .silu, .tanh, .sigmoid: fail("slopes: this activation is not made of straight pieces")
  }
  let result = y.tape.record(.constant, y.shape)
  let one = Lanes(repeating: 1)
  map(y.value, into: result.value, y.shape.count) { one.replacing(with: below, where: $0 .<= Lanes.zero) }
  return result
}
