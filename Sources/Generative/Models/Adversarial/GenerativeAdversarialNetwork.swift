import Autodiff
import Learning
import Numerics

/// A faker G and a catcher D that train against each other; G never sees an example, only D's gradient.
///
/// Goodfellow et al. 2014. Without further arguments it is the recipe for points on a ring.
public final class GenerativeAdversarialNetwork: AdversarialTrainable {
  /// The objective that the two play for.
  public enum Objective: Equatable, Sendable {
    /// G makes log(1 − D(G(z))) small: fair, but flat where D is sure (Goodfellow et al. 2014, eq. 1).
    case minimax
    /// G makes log D(G(z)) large: the same aim, a steeper slope (the same, section 3).
    case nonSaturating
    /// D measures how far the two distributions are apart; a penalty keeps its slope near 1 (Gulrajani et al. 2017,
    /// eq. 3).
    case wasserstein(gradientPenalty: Float)
  }

  public let features: Int
  /// Numbers in z.
  public let latent: Int
  public let objective: Objective
  /// γ of the penalty on D's slope at real examples; 0 leaves it out.
  public let r1: Float
  public let generatorParameters: Parameters
  public let discriminatorParameters: Parameters
  let G: MLP
  let D: Discriminator
  let scale: DataScale
  public let tape: Tape

  /// - Parameters:
  ///   - generator: widths of G's hidden layers.
  ///   - discriminator: widths of D's.
  ///   - slope: of the leaky ReLUs below 0.
  ///   - pack: examples that D judges together; 2 or more prevent mode collapse (Lin et al. 2018).
  ///   - kernels: of minibatch discrimination; 0 leaves it out.
  ///   - scale: `.pixels` for grey levels from 0 to 1.
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public init(
    features: Int, latent: Int = 2, generator: [Int] = [64, 64, 64], discriminator: [Int] = [64, 64, 64],
    slope: Float = 0.01, objective: Objective = .nonSaturating, r1: Float = 0, pack: Int = 1, kernels: Int = 0,
    scale: DataScale = .unchanged, seed: UInt64 = 0
  ) {
    self.features = features
    self.latent = latent
    self.objective = objective
    self.r1 = r1
    self.scale = scale
    let random = RandomGenerator(seed: seed)
    generatorParameters = Parameters(seed: random.substream(0).state.key)
    discriminatorParameters = Parameters(seed: random.substream(1).state.key)
    G = MLP(
      [latent] + generator + [features], .leakyReLU(slope), output: scale == .pixels ? .tanh : .none,
      named: "generator", in: generatorParameters)
    D = Discriminator(
      features: features, hidden: discriminator, slope: slope, pack: pack, kernels: kernels,
      in: discriminatorParameters)
    tape = Tape(seed: seed)
  }

  // snippet.discriminator-loss
  /// D's loss: −E log D(x) − E log(1 − D(G(z))), where D's output is read as log-odds. x, z: [n, features], [n, latent].
  public func discriminatorLoss(real x: Tensor, latent z: Tensor) -> Tensor {
    let fake = stopGradient(G(z))
    switch objective {
    case .minimax, .nonSaturating:
      let ℓ = mean(softplus(-D(x))) + mean(softplus(D(fake)))
      return r1 == 0 ? ℓ : ℓ + r1 / 2 * mean(sum(square(D.inputGradient(x)), over: 1))  // Mescheder et al. 2018, eq. 9
    case .wasserstein(let λ):
      let t = x.tape.uniform([x.shape[0], 1])
      let slope = squareRoot(sum(square(D.inputGradient(t * x + (1 - t) * fake)), over: 1) + 1e-12)
      return mean(D(fake)) - mean(D(x)) + λ * mean(square(slope - 1))
    }
  }
  // snippet.end

  // snippet.generator-loss
  /// G's loss: −E log D(G(z)), or what the objective says instead.
  public func generatorLoss(latent z: Tensor) -> Tensor {
    switch objective {
    case .minimax: return -mean(softplus(D(G(z))))
    case .nonSaturating: return mean(softplus(-D(G(z))))
    case .wasserstein: return -mean(D(G(z)))
    }
  }
  // snippet.end

  public func discriminatorLoss(_ batch: Batch, latent z: Tensor) -> Tensor {
    discriminatorLoss(real: scale.normalized(batch.x), latent: z)
  }

  public func generatorLoss(_ labels: [Int], latent z: Tensor) -> Tensor { generatorLoss(latent: z) }

  /// D's verdict on examples [_, features]: log-odds of being real, one for each pack of them.
  public func judge(_ inputs: [Float]) -> [Float] {
    let count = rowCount(inputs, features)
    return count == 0 ? [] : tape.evaluate { D(scale.normalized($0.constant(inputs, [count, features]))).array }
  }

  /// Returns G's examples, [_, features], for noise [_, latent]. With the averaged weights, where an average is kept.
  public func generate(_ noise: [Float]) -> [Float] {
    generatorParameters.withAverage { scale.denormalized(inBlocks(noise, columns: latent, on: tape) { G($0) }) }
  }

  /// New examples [count, features].
  public func sample(_ count: Int, using generator: inout RandomGenerator) -> [Float] {
    generate(generator.normals(count * latent))
  }
}
