import Autodiff
import Learning
import Numerics

/// An encoder that squeezes x into a few numbers, and a decoder that makes x again from them.
///
/// code = f(x), x̂ = g(code). The code has no activation: a ReLU there dies and leaves the mean picture. Without
/// hidden layers both are linear, and what they find is the surface of principal components (Baldi & Hornik 1989).
public final class Autoencoder: Trainable {
  public let features: Int
  /// Numbers in a code.
  public let latent: Int
  public let parameters: Parameters
  let encoder: MLP
  let decoder: MLP
  public let tape: Tape
  public let recipe = TrainingRecipe(learningRate: 4e-3)

  /// - Parameters:
  ///   - hidden: widths of the encoder's hidden layers; the decoder has them in reverse. None makes it linear.
  ///   - output: of the decoder; by default a sigmoid, for grey levels from 0 to 1, and none where all is linear.
  ///   - seed: decides the initial weights and the order of the batches.
  public init(features: Int, latent: Int, hidden: [Int] = [128], output: Activation? = nil, seed: UInt64 = 0) {
    self.features = features
    self.latent = latent
    parameters = Parameters(seed: seed)
    encoder = MLP([features] + hidden + [latent], .silu, named: "encoder", in: parameters)
    decoder = MLP(
      [latent] + hidden.reversed() + [features], .silu, output: output ?? (hidden.isEmpty ? .none : .sigmoid),
      named: "decoder", in: parameters)
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// Mean of (x − x̂)² over all pixels of all pictures: x [n, features].
  public func loss(_ x: Tensor) -> Tensor {
    let code = encoder(x)
    return mean(square(x - decoder(code)))
  }
  // snippet.end

  public func loss(_ batch: Batch) -> Tensor { loss(batch.x) }

  /// Codes of pictures: [_, features] → [_, latent].
  public func encode(_ inputs: [Float]) -> [Float] { inBlocks(inputs, columns: features, on: tape) { encoder($0) } }

  /// Pictures of codes: [_, latent] → [_, features].
  public func decode(_ codes: [Float]) -> [Float] { inBlocks(codes, columns: latent, on: tape) { decoder($0) } }

  /// Mean squared error of a pixel after encoding and decoding `inputs [_, features]`.
  public func reconstructionError(_ inputs: [Float]) -> Double {
    let decoded = decode(encode(inputs))
    var sum = 0.0
    for index in inputs.indices {
      let difference = Double(inputs[index]) - Double(decoded[index])
      sum += difference * difference
    }
    return sum / Double(max(1, inputs.count))
  }
}
