import Autodiff
import Learning
import Numerics

extension GenerativeAdversarialNetwork {
  /// How the two learn: Adam for each. The defaults are those of points on a ring.
  public struct Schedule: Sendable {
    public var steps: Int
    public var batch: Int
    public var generatorRate: Float
    public var discriminatorRate: Float
    /// Whether both rates fall linearly to 0.
    public var rateFalls: Bool
    /// β₁ and β₂ of both.
    public var momentum: (first: Float, second: Float)
    /// Steps of D for each of G.
    public var discriminatorSteps: Int
    /// How much of G's moving average a step keeps; 0 keeps no average.
    public var averaging: Float

    public init(
      steps: Int = 5_000, batch: Int = 128, generatorRate: Float = 1e-3, discriminatorRate: Float = 1e-3,
      rateFalls: Bool = true, momentum: (first: Float, second: Float) = (0.5, 0.9), discriminatorSteps: Int = 1,
      averaging: Float = 0
    ) {
      self.steps = steps
      self.batch = batch
      self.generatorRate = generatorRate
      self.discriminatorRate = discriminatorRate
      self.rateFalls = rateFalls
      self.momentum = momentum
      self.discriminatorSteps = discriminatorSteps
      self.averaging = averaging
    }

    /// Points on a ring in a browser: half the work. With networks of width 48.
    public static let light = Schedule(steps: 8_000, batch: 64)
    /// D learns ten times slower than G: with two layers of width 64 and slope 0.2 it collapses.
    public static let collapsing = Schedule(steps: 3_000, discriminatorRate: 1e-4, rateFalls: false)
    /// 8×8 digits: with noise of 16, layers of width 128, 128 and R1 = 1.
    public static let digits = Schedule(
      steps: 6_000, batch: 64, generatorRate: 5e-4, discriminatorRate: 5e-4, momentum: (0.5, 0.99), averaging: 0.995)
  }

  /// Up to so many rounds of D's steps and one of G's. `onStep` is told of every round and may stop the training.
  public func fit(
    _ data: Dataset, _ schedule: Schedule = Schedule(), file: StaticString = #fileID, line: UInt = #line,
    onStep: (inout AdversarialStep) -> Void = { _ in }
  ) {
    noteCaller(file, line)
    require(data.features == features, "fit: data of \(data.features) features for a model of \(features)")
    if schedule.averaging > 0 { generatorParameters.keepAverage(decay: schedule.averaging) }
    let judging = trainer(discriminatorParameters, schedule.discriminatorRate, schedule)
    let making = trainer(generatorParameters, schedule.generatorRate, schedule)
    let loop = TrainingLoop([generatorParameters, discriminatorParameters], on: tape)
    var feed = BatchFeed(
      data, size: schedule.batch, scale: scale, seed: seed, skipping: discriminatorParameters.updates)
    _ = loop.run(to: schedule.steps) {
      // snippet.round
      var lossD: Float = 0
      for _ in 0..<schedule.discriminatorSteps {
        lossD = judging.minimize { tape in
          let x = feed.next(on: tape).x
          return discriminatorLoss(real: x, noise: tape.normal([x.shape[0], noise]))
        }
      }
      let lossG = making.minimize { generatorLoss(noise: $0.normal([schedule.batch, noise])) }
      // snippet.end
      return (lossD, lossG)
    } report: { round, losses in
      var step = AdversarialStep(
        number: round, count: schedule.steps, discriminatorLoss: losses.0, generatorLoss: losses.1)
      onStep(&step)
      return !step.isLast
    }
  }

  private func trainer(_ θ: Parameters, _ rate: Float, _ schedule: Schedule) -> Trainer<Adam> {
    // D makes several steps for each of G's.
    let steps = θ === generatorParameters ? schedule.steps : schedule.steps * schedule.discriminatorSteps
    let learningRate: LearningRate = schedule.rateFalls ? .linear(from: rate, steps: steps) : .constant(rate)
    let (β1, β2) = schedule.momentum
    return Trainer(θ, Adam(learningRate: learningRate, β1: β1, β2: β2), tape: tape)
  }
}
