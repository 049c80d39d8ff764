import Autodiff
import Learning
import Numerics

/// The network of a diffusion model.
public protocol Denoiser: AnyObject {
  /// Returns its prediction, of x's shape, for noisy examples x [n, features] and what is known of each: its time code,
  /// its class. [n, conditions]
  func predict(_ x: Tensor, _ conditions: Tensor) -> Tensor
}

/// Dense layers with SiLU over the examples, waves of their coordinates, and the conditions side by side.
public final class DenseDenoiser: Denoiser {
  let network: MLP
  let fourier: Int

  /// - Parameters:
  ///   - fourier: how many sines and cosines of each coordinate are added: of 2^k π x/2 for k = 0 ..< fourier. Without
  ///     them a network smooths over what is narrow (Tancik et al. 2020). For points; 0 for pictures.
  public init(features: Int, conditions: Int, hidden: [Int], fourier: Int, in θ: Parameters) {
    self.fourier = fourier
    network = MLP(
      [features * (1 + 2 * fourier) + conditions] + hidden + [features], .silu, scale: 0.1, named: "denoiser", in: θ)
  }

  public func predict(_ x: Tensor, _ conditions: Tensor) -> Tensor {
    var inputs = concatenate(x, conditions)
    var frequency = Float.pi / 2
    for _ in 0..<fourier {
      let angle = frequency * x
      inputs = concatenate(inputs, concatenate(sin(angle), cos(angle)))
      frequency *= 2
    }
    return network(inputs)
  }
}

/// Sines and cosines that tell a network which step it is at: 32 numbers for each t (Vaswani et al. 2017, section 3.5).
struct TimestepEmbedding {
  static let width = 32
  private let table: [Float]

  init(steps: Int) {
    var table: [Float] = []
    for t in 0...steps {
      let position = 1000 * Float(t) / Float(steps)
      for wave in 0..<TimestepEmbedding.width / 2 {
        let angle = position * exp(-9.210_340_4 * Float(wave) / Float(TimestepEmbedding.width / 2))
        table.append(sin(angle))
        table.append(cos(angle))
      }
    }
    self.table = table
  }

  /// [t.count, 32]
  func callAsFunction(_ t: [Int], on tape: Tape) -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(t.count * TimestepEmbedding.width)
    for step in t {
      values.append(contentsOf: table[step * TimestepEmbedding.width..<(step + 1) * TimestepEmbedding.width])
    }
    return tape.constant(values, [t.count, TimestepEmbedding.width])
  }
}
