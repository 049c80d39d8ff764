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
  public let code: Int
  public let parameters: Parameters
  let encoder: MLP
  let decoder: MLP
  public let tape: Tape
  private let seed: UInt64

  /// - Parameters:
  ///   - hidden: widths of the encoder's hidden layers; the decoder has them in reverse. None makes it linear.
  ///   - output: of the decoder; by default a sigmoid, for grey levels from 0 to 1, and none where all is linear.
  ///   - seed: decides the initial weights and the order of the batches.
  public init(features: Int, code: Int, hidden: [Int] = [128], output: Activation? = nil, seed: UInt64 = 0) {
    self.features = features
    self.code = code
    self.seed = seed
    parameters = Parameters(seed: seed)
    encoder = MLP([features] + hidden + [code], .silu, named: "encoder", in: parameters)
    decoder = MLP(
      [code] + hidden.reversed() + [features], .silu, output: output ?? (hidden.isEmpty ? .none : .sigmoid),
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

  /// Minimises the loss by Adam up to so many steps; the learning rate falls linearly to 0. Returns the last batch's loss.
  @discardableResult
  public func fit(
    _ data: Dataset, steps: Int = 3_000, batch: Int = 50, learningRate: Float = 4e-3,
    file: StaticString = #fileID, line: UInt = #line, onStep: (inout TrainingStep) -> Void = { _ in }
  ) -> Float {
    noteCaller(file, line)
    require(data.features == features, "fit: data of \(data.features) features for a model of \(features)")
    let loop = TrainingLoop([parameters], on: tape)
    var feed = BatchFeed(data, size: batch, seed: seed, skipping: parameters.updates)
    let trainer = Trainer(parameters, Adam(learningRate: .linear(from: learningRate, steps: steps)), tape: tape)
    return trainer.minimize(loop, steps: steps, onStep: onStep) { self.loss(feed.next(on: $0).x) }
  }

  /// Codes of pictures: [_, features] → [_, code].
  public func encode(_ inputs: [Float]) -> [Float] { inBlocks(inputs, columns: features, on: tape) { encoder($0) } }

  /// Pictures of codes: [_, code] → [_, features].
  public func decode(_ codes: [Float]) -> [Float] { inBlocks(codes, columns: code, on: tape) { decoder($0) } }

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
