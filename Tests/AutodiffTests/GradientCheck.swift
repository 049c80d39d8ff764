import Autodiff
import Numerics

/// One function of some tensors, differentiated on the tape and by finite differences.
///
/// The result is made a number by a sum with fixed random weights, so that every element's gradient differs.
struct GradientCheck {
  let shapes: [Shape]
  let range: ClosedRange<Float>
  /// For `stopGradient`: what stands for the derivative instead of differences.
  let frozen: (([Tensor]) -> Tensor)?
  let function: ([Tensor]) -> Tensor

  init(
    _ shapes: [Shape], in range: ClosedRange<Float> = -1...1, frozen: (([Tensor]) -> Tensor)? = nil,
    function: @escaping ([Tensor]) -> Tensor
  ) {
    self.shapes = shapes
    self.range = range
    self.frozen = frozen
    self.function = function
  }

  /// The largest error, in parts of the gradient's largest element (at least 0.1), and the operations recorded.
  func run() -> (worst: Float, kinds: Set<Operation.Kind>) {
    let leaves = Leaves(shapes, in: range)
    let tape = Tape(seed: 1)
    let loss = scalar(function(leaves.tensors(on: tape)))
    let kinds = Set(tape.kinds)
    tape.differentiate(loss, .parameters(ObjectIdentifier(leaves)))
    let gradients = leaves.gradients()
    var worst: Float = 0
    for (leaf, shape) in shapes.enumerated() {
      let scale = max(0.1, gradients[leaf].map { abs($0) }.max() ?? 0)
      for element in stride(from: 0, to: shape.count, by: max(1, shape.count / 7)) {
        let expected =
          frozen.map { weighted($0, leaves, tape, element) }
          ?? difference(leaves, tape, leaf, element)
        let error = abs(gradients[leaf][element] - expected) / scale
        worst = max(worst, error.isNaN ? .infinity : error)
      }
    }
    return (worst, kinds)
  }

  private func scalar(_ y: Tensor) -> Tensor {
    var random = RandomGenerator(seed: 99)
    return sum(y * y.tape.constant(random.uniforms(y.shape.count).map { $0 + 0.5 }, y.shape))
  }

  private func weighted(_ f: ([Tensor]) -> Tensor, _ leaves: Leaves, _ tape: Tape, _ element: Int) -> Float {
    var random = RandomGenerator(seed: 99)
    return tape.evaluate { tape in
      let y = f(leaves.tensors(on: tape))
      return y.array[element] * (random.uniforms(y.shape.count)[element] + 0.5)
    }
  }

  /// (ℓ(x + h) − ℓ(x − h)) / 2h, where both losses are summed in Double element by element.
  private func difference(_ leaves: Leaves, _ tape: Tape, _ leaf: Int, _ element: Int) -> Float {
    let h: Float = 1 / 256
    func loss(_ offset: Float) -> Double {
      let old = leaves.values[leaf][element]
      leaves.values[leaf][element] = old + offset
      defer { leaves.values[leaf][element] = old }
      var random = RandomGenerator(seed: 99)
      return tape.evaluate { tape in
        let y = function(leaves.tensors(on: tape))
        return zip(y.array, random.uniforms(y.shape.count)).reduce(0) { $0 + Double($1.0) * Double($1.1 + 0.5) }
      }
    }
    return Float((loss(h) - loss(-h)) / Double(2 * h))
  }
}

/// Leaves of a tape whose numbers a test may change.
final class Leaves {
  let shapes: [Shape]
  let values: [UnsafeMutablePointer<Float>]
  private let gradientBuffers: [UnsafeMutablePointer<Float>]

  init(_ shapes: [Shape], in range: ClosedRange<Float>) {
    self.shapes = shapes
    values = shapes.map { allocateFloats(paddedCount($0.count)) }
    gradientBuffers = shapes.map { allocateFloats(paddedCount($0.count)) }
    var random = RandomGenerator(seed: 5)
    for (shape, buffer) in zip(shapes, values) {
      for index in 0..<shape.count {
        var value = random.uniform(in: range)
        // No kink of an activation between the two points of a difference.
        if abs(value) < 0.02 { value += 0.05 }
        buffer[index] = value
      }
    }
  }

  deinit {
    for buffer in values + gradientBuffers { buffer.deallocate() }
  }

  func tensors(on tape: Tape) -> [Tensor] {
    shapes.indices.map {
      tape.parameter(values[$0], gradient: gradientBuffers[$0], shapes[$0], owner: ObjectIdentifier(self))
    }
  }

  func gradients() -> [[Float]] {
    zip(shapes, gradientBuffers).map { Array(UnsafeBufferPointer(start: $1, count: $0.count)) }
  }
}
