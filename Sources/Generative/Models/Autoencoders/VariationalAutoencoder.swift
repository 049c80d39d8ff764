import Autodiff
import Learning
import Numerics

/// An autoencoder whose code is a Gaussian: q(z | x) = N(μ(x), σ²(x)), held near the prior N(0, I).
///
/// Because codes are drawn, near codes must decode alike, and a code drawn from the prior decodes to something new
/// (Kingma & Welling 2013; with β Higgins et al. 2017).
public final class VariationalAutoencoder: Trainable {
  /// p(x | z): what the decoder's numbers mean.
  public enum Likelihood: Equatable, Sendable {
    /// Independent coins, whose log-odds the decoder says: black and white pictures.
    case bernoulli
    /// N(decoder, s² I) with one learned s: numbers of any size.
    case gaussian
  }

  public let features: Int
  /// Numbers in a code.
  public let latent: Int
  public let beta: Float
  public let likelihood: Likelihood
  public let parameters: Parameters
  let trunk: MLP?
  let meanHead: Dense
  let logVarianceHead: Dense
  let decoder: MLP
  /// log s² of the Gaussian likelihood.
  let logNoise: Parameter
  public let tape: Tape

  /// - Parameters:
  ///   - hidden: widths of the encoder's hidden layers; the decoder has them in reverse. None makes it linear.
  ///   - beta: how much a nat of KL counts beside a nat of reconstruction; 1 makes the loss a bound on −log p(x).
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public init(
    features: Int, latent: Int, hidden: [Int] = [128], beta: Float = 1, likelihood: Likelihood = .bernoulli,
    seed: UInt64 = 0
  ) {
    self.features = features
    self.latent = latent
    self.beta = beta
    self.likelihood = likelihood
    let θ = Parameters(seed: seed)
    let width = hidden.last ?? features
    trunk = hidden.isEmpty ? nil : MLP([features] + hidden, .relu, output: .relu, named: "encoder", in: θ)
    meanHead = Dense(width, latent, scale: 0.3, named: "mean", in: θ)
    logVarianceHead = Dense(width, latent, scale: 0.3, named: "log variance", in: θ)
    decoder = MLP([latent] + hidden.reversed() + [features], .relu, named: "decoder", in: θ)
    logNoise = θ.add("log noise", [1, 1], .zeros)
    parameters = θ
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// −ELBO(x) = E_q[−log p(x | z)] + β KL(q(z | x) ‖ N(0, I)), in nats a picture: x [n, features].
  ///
  /// Kingma & Welling 2013, eq. 10. `noise` is ε ~ N(0, I) [n, latent], drawn afresh unless it is given.
  public func loss(_ x: Tensor, noise: Tensor? = nil) -> Tensor {
    let (μ, logσ²) = encoder(x)
    let ε = noise ?? x.tape.normal(μ.shape)
    let z = μ + exp(0.5 * logσ²) * ε
    let reconstruction = negativeLogLikelihood(x, decoder(z))
    let kl = -0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))
    return (reconstruction + beta * kl) / Float(x.shape[0])
  }
  // snippet.end

  /// μ and log σ² of q(z | x), each [n, latent].
  func encoder(_ x: Tensor) -> (mean: Tensor, logVariance: Tensor) {
    let h = trunk.map { $0(x) } ?? x
    return (meanHead(h), logVarianceHead(h))
  }

  /// −log p(x | z) of all pictures together, in nats; y is what the decoder says.
  func negativeLogLikelihood(_ x: Tensor, _ y: Tensor) -> Tensor {
    switch likelihood {
    case .bernoulli: bernoulliNLL(x, logits: y)
    case .gaussian: sum(squaredErrorNLL(x, y))
    }
  }

  /// −log N(x; y, s² I) = ½ Σ ((x − y)²/s² + log 2πs²), element by element.
  func squaredErrorNLL(_ x: Tensor, _ y: Tensor) -> Tensor {
    let logs² = logNoise.on(x.tape)
    return 0.5 * (square(x - y) / exp(logs²) + (logs² + 1.837_877_1))
  }

  public func loss(_ batch: Batch) -> Tensor { loss(batch.x) }

  /// The middles μ of pictures' codes: [_, features] → [_, latent].
  public func encode(_ inputs: [Float]) -> [Float] {
    inBlocks(inputs, columns: features, on: tape) { encoder($0).mean }
  }

  /// The mean picture of each code, which for coins is the probability of ink: [_, latent] → [_, features].
  public func decode(_ codes: [Float]) -> [Float] {
    inBlocks(codes, columns: latent, on: tape) {
      likelihood == .bernoulli ? sigmoid(decoder($0)) : decoder($0)
    }
  }

  /// New pictures: codes from the prior, decoded. [count, features]
  public func sample(_ count: Int, using generator: inout RandomGenerator) -> [Float] {
    decode(generator.normals(count * latent))
  }
}
