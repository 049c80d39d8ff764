import Autodiff
import Learning
import Numerics

/// A GAN that is told the class: G makes what is asked for, D also judges whether it is that (Mirza & Osindero 2014).
public final class ConditionalGAN: AdversarialTrainable {
  public let features: Int
  public let classes: Int
  /// Numbers in z.
  public let latent: Int
  /// γ of the penalty on D's slope at real examples; 0 leaves it out.
  public let r1: Float
  public let generatorParameters: Parameters
  public let discriminatorParameters: Parameters
  let G: MLP
  let D: MLP
  let scale: DataScale
  public let tape: Tape
  public let recipe = AdversarialSchedule.digits

  /// - Parameters:
  ///   - hidden: widths of both networks' hidden layers.
  ///   - scale: `.pixels` for grey levels from 0 to 1.
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public init(
    features: Int, classes: Int, latent: Int = 16, hidden: [Int] = [128, 128], slope: Float = 0.01, r1: Float = 1,
    scale: DataScale = .pixels, seed: UInt64 = 0
  ) {
    self.features = features
    self.classes = classes
    self.latent = latent
    self.r1 = r1
    self.scale = scale
    let random = RandomGenerator(seed: seed)
    generatorParameters = Parameters(seed: random.substream(0).state.key)
    discriminatorParameters = Parameters(seed: random.substream(1).state.key)
    G = MLP(
      [latent + classes] + hidden + [features], .leakyReLU(slope), output: scale == .pixels ? .tanh : .none,
      named: "generator", in: generatorParameters)
    D = MLP(
      [features + classes] + hidden + [1], .leakyReLU(slope), named: "discriminator", in: discriminatorParameters)
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// −E log D(x, y) − E log(1 − D(G(z, y), y)) + γ/2 E ‖∂D/∂x‖²: x [n, features], y [n, classes], z [n, latent].
  public func discriminatorLoss(real x: Tensor, _ y: Tensor, latent z: Tensor) -> Tensor {
    let fake = stopGradient(G(concatenate(z, y)))
    let ℓ = mean(softplus(-D(concatenate(x, y)))) + mean(softplus(D(concatenate(fake, y))))
    if r1 == 0 { return ℓ }
    let slope = columns(D.inputGradient(concatenate(x, y)), 0..<features)
    return ℓ + r1 / 2 * mean(sum(square(slope), over: 1))
  }

  /// −E log D(G(z, y), y)
  public func generatorLoss(_ y: Tensor, latent z: Tensor) -> Tensor {
    mean(softplus(-D(concatenate(G(concatenate(z, y)), y))))
  }
  // snippet.end

  public func discriminatorLoss(_ batch: Batch, latent z: Tensor) -> Tensor {
    discriminatorLoss(
      real: scale.normalized(batch.x), oneHot(batch.labels, classes: classes, on: z.tape), latent: z)
  }

  public func generatorLoss(_ labels: [Int], latent z: Tensor) -> Tensor {
    generatorLoss(oneHot(labels, classes: classes, on: z.tape), latent: z)
  }

  /// New examples of these classes: [labels.count, features].
  public func sample(classes labels: [Int], using generator: inout RandomGenerator) -> [Float] {
    if labels.isEmpty { return [] }
    let z = generator.normals(labels.count * latent)
    return generatorParameters.withAverage {
      tape.evaluate { tape in
        let y = oneHot(labels, classes: classes, on: tape)
        return scale.denormalized(G(concatenate(tape.constant(z, [labels.count, latent]), y)).array)
      }
    }
  }
}
