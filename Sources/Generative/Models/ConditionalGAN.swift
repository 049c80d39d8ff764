import Autodiff
import Learning
import Numerics

/// A GAN that is told the class: G makes what is asked for, D also judges whether it is that (Mirza & Osindero 2014).
public final class ConditionalGAN: AdversarialTrainable {
  public let features: Int
  public let classes: Int
  /// Numbers in z.
  public let noise: Int
  /// γ of the penalty on D's slope at real examples; 0 leaves it out.
  public let r1: Float
  public let generatorParameters: Parameters
  public let discriminatorParameters: Parameters
  let G: MLP
  let D: MLP
  let scale: DataScale
  public let tape: Tape
  private let seed: UInt64

  /// - Parameters:
  ///   - hidden: widths of both networks' hidden layers.
  ///   - scale: `.pixels` for grey levels from 0 to 1.
  ///   - seed: decides the initial weights, the order of the batches and the noise.
  public init(
    features: Int, classes: Int, noise: Int = 16, hidden: [Int] = [128, 128], slope: Float = 0.01, r1: Float = 1,
    scale: DataScale = .pixels, seed: UInt64 = 0
  ) {
    self.features = features
    self.classes = classes
    self.noise = noise
    self.r1 = r1
    self.scale = scale
    self.seed = seed
    let random = RandomGenerator(seed: seed)
    generatorParameters = Parameters(seed: random.substream(0).state.key)
    discriminatorParameters = Parameters(seed: random.substream(1).state.key)
    G = MLP(
      [noise + classes] + hidden + [features], .leakyReLU(slope), output: scale == .pixels ? .tanh : .none,
      named: "generator", in: generatorParameters)
    D = MLP(
      [features + classes] + hidden + [1], .leakyReLU(slope), named: "discriminator", in: discriminatorParameters)
    tape = Tape(seed: seed)
  }

  // snippet.loss
  /// −E log D(x, y) − E log(1 − D(G(z, y), y)) + γ/2 E ‖∂D/∂x‖²: x [n, features], y [n, classes], z [n, noise].
  public func discriminatorLoss(real x: Tensor, _ y: Tensor, noise z: Tensor) -> Tensor {
    let fake = stopGradient(G(concatenate(z, y)))
    let ℓ = mean(softplus(-D(concatenate(x, y)))) + mean(softplus(D(concatenate(fake, y))))
    if r1 == 0 { return ℓ }
    let slope = columns(D.inputGradient(concatenate(x, y)), 0..<features)
    return ℓ + r1 / 2 * mean(sum(square(slope), over: 1))
  }

  /// −E log D(G(z, y), y)
  public func generatorLoss(_ y: Tensor, noise z: Tensor) -> Tensor {
    mean(softplus(-D(concatenate(G(concatenate(z, y)), y))))
  }
  // snippet.end

  /// Up to so many rounds of a step of D and one of G, as `schedule` says. `onStep` is told of every round and may stop the training.
  public func fit(
    _ data: Dataset, _ schedule: GenerativeAdversarialNetwork.Schedule = .digits, file: StaticString = #fileID,
    line: UInt = #line, onStep: (inout AdversarialStep) -> Void = { _ in }
  ) {
    noteCaller(file, line)
    require(
      data.features == features && data.classes <= classes,
      "fit: data of \(data.features) features and \(data.classes) classes for a model of \(features) and \(classes)")
    if schedule.averaging > 0 { generatorParameters.keepAverage(decay: schedule.averaging) }
    let (β1, β2) = schedule.momentum
    func rate(_ first: Float) -> LearningRate {
      schedule.rateFalls ? .linear(from: first, steps: schedule.steps) : .constant(first)
    }
    let judging = Trainer(
      discriminatorParameters, Adam(learningRate: rate(schedule.discriminatorRate), β1: β1, β2: β2), tape: tape)
    let making = Trainer(
      generatorParameters, Adam(learningRate: rate(schedule.generatorRate), β1: β1, β2: β2), tape: tape)
    let loop = TrainingLoop([generatorParameters, discriminatorParameters], on: tape)
    var feed = BatchFeed(
      data, size: schedule.batch, scale: scale, seed: seed, skipping: discriminatorParameters.updates)
    _ = loop.run(to: schedule.steps) {
      var labels: [Int] = []
      let lossD = judging.minimize { tape in
        let (x, batch) = feed.next(on: tape)
        labels = batch
        return discriminatorLoss(
          real: x, oneHot(batch, classes: classes, on: tape), noise: tape.normal([batch.count, noise]))
      }
      let lossG = making.minimize { tape in
        generatorLoss(oneHot(labels, classes: classes, on: tape), noise: tape.normal([labels.count, noise]))
      }
      return (lossD, lossG)
    } report: { round, losses in
      var step = AdversarialStep(
        number: round, count: schedule.steps, discriminatorLoss: losses.0, generatorLoss: losses.1)
      onStep(&step)
      return !step.isLast
    }
  }

  /// New examples of these classes: [labels.count, features].
  public func sample(classes labels: [Int], using generator: inout RandomGenerator) -> [Float] {
    if labels.isEmpty { return [] }
    let z = generator.normals(labels.count * noise)
    return generatorParameters.withAverage {
      tape.evaluate { tape in
        let y = oneHot(labels, classes: classes, on: tape)
        return scale.leaving(G(concatenate(tape.constant(z, [labels.count, noise]), y)).array)
      }
    }
  }
}
