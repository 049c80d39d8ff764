import Autodiff
import Learning
import Numerics

/// A VAE that is told the class: the code keeps only what the class does not say, like a digit's slant.
///
/// Encoder and decoder see the class beside their input, so a wish can be drawn: p(x | z, y) (Sohn et al. 2015).
public final class ConditionalVariationalAutoencoder: Trainable {
  public let features: Int
  public let classes: Int
  /// Numbers in a code.
  public let latent: Int
  public let beta: Float
  public let parameters: Parameters
  let trunk: MLP
  let meanHead: Dense
  let logVarianceHead: Dense
  let decoder: MLP
  public let tape: Tape

  /// - Parameters:
  ///   - hidden: widths of the encoder's hidden layers, at least one; the decoder has them in reverse.
  ///   - beta: how much a nat of KL counts beside a nat of reconstruction.
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public init(
    features: Int, classes: Int, latent: Int, hidden: [Int] = [128], beta: Float = 1, seed: UInt64 = 0
  ) {
    require(!hidden.isEmpty, "ConditionalVariationalAutoencoder: at least one hidden layer")
    self.features = features
    self.classes = classes
    self.latent = latent
    self.beta = beta
    let θ = Parameters(seed: seed)
    let width = hidden[hidden.count - 1]
    trunk = MLP([features + classes] + hidden, .relu, output: .relu, named: "encoder", in: θ)
    meanHead = Dense(width, latent, scale: 0.3, named: "mean", in: θ)
    logVarianceHead = Dense(width, latent, scale: 0.3, named: "log variance", in: θ)
    decoder = MLP([latent + classes] + hidden.reversed() + [features], .relu, named: "decoder", in: θ)
    parameters = θ
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// −ELBO(x | y) = E_q[−log p(x | z, y)] + β KL(q(z | x, y) ‖ N(0, I)), in nats a picture: x [n, features].
  ///
  /// Sohn et al. 2015, eq. 4, with the prior N(0, I) for every class.
  public func loss(_ x: Tensor, _ labels: [Int]) -> Tensor {
    let y = oneHot(labels, classes: classes, on: x.tape)
    let h = trunk(concatenate(x, y))
    let μ = meanHead(h)
    let logσ² = logVarianceHead(h)
    let z = μ + exp(0.5 * logσ²) * x.tape.normal(μ.shape)
    let reconstruction = bernoulliNLL(x, logits: decoder(concatenate(z, y)))
    let kl = -0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))
    return (reconstruction + beta * kl) / Float(x.shape[0])
  }
  // snippet.end

  public func loss(_ batch: Batch) -> Tensor { loss(batch.x, batch.labels) }

  /// The middles μ of the codes of pictures with these classes: [_, features] → [_, latent].
  public func encode(_ inputs: [Float], labels: [Int]) -> [Float] {
    require(rowCount(inputs, features) == labels.count, "encode: a class for each picture")
    if labels.isEmpty { return [] }
    return tape.evaluate { tape in
      let x = tape.constant(inputs, [labels.count, features])
      return meanHead(trunk(concatenate(x, oneHot(labels, classes: classes, on: tape)))).array
    }
  }

  /// Probabilities of ink for codes [labels.count, latent], one class each: [labels.count, features].
  public func decode(_ codes: [Float], labels: [Int]) -> [Float] {
    require(rowCount(codes, latent) == labels.count, "decode: a class for each code")
    if labels.isEmpty { return [] }
    return tape.evaluate { tape in
      let z = tape.constant(codes, [labels.count, latent])
      return sigmoid(decoder(concatenate(z, oneHot(labels, classes: classes, on: tape)))).array
    }
  }

  /// New pictures of these classes: codes from the prior, decoded. [labels.count, features]
  public func sample(classes labels: [Int], using generator: inout RandomGenerator) -> [Float] {
    decode(generator.normals(labels.count * latent), labels: labels)
  }
}
