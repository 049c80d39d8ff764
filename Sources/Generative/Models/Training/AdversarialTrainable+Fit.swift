import Autodiff
import Learning
import Numerics

extension AdversarialTrainable {
  /// Up to so many rounds of D's steps and one of G's, as the schedule says: the model's recipe unless it is given.
  /// `onStep` is told of every round and may stop the training.
  public func fit(
    _ data: Dataset, _ schedule: AdversarialSchedule? = nil, file: StaticString = #fileID, line: UInt = #line,
    onStep: (inout AdversarialStep) -> Void = { _ in }
  ) {
    noteCaller(file, line)
    requireFit(data, features: features, classes: classes)
    let schedule = schedule ?? recipe
    let contest = AdversarialTraining(
      generatorParameters, discriminatorParameters, on: tape, latent: latent, schedule: schedule)
    contest.run(
      data, labelled: classes > 0, onStep: onStep, discriminatorLoss: discriminatorLoss, generatorLoss: generatorLoss)
  }
}

/// The training of every model with two losses. No part of the extension, so that a browser need not compile it again
/// for each model.
struct AdversarialTraining {
  let generator: Parameters
  let discriminator: Parameters
  let tape: Tape
  let latent: Int
  let schedule: AdversarialSchedule

  init(_ generator: Parameters, _ discriminator: Parameters, on tape: Tape, latent: Int, schedule: AdversarialSchedule)
  {
    self.generator = generator
    self.discriminator = discriminator
    self.tape = tape
    self.latent = latent
    self.schedule = schedule
  }

  func run(
    _ data: Dataset, labelled: Bool, onStep: (inout AdversarialStep) -> Void,
    discriminatorLoss: (Batch, Tensor) -> Tensor, generatorLoss: ([Int], Tensor) -> Tensor
  ) {
    if schedule.averaging > 0 { generator.keepAverage(decay: schedule.averaging) }
    // D makes several steps for each of G's.
    let discriminatorTrainer = trainer(
      discriminator, schedule.discriminatorRate, steps: schedule.steps * schedule.discriminatorSteps)
    let generatorTrainer = trainer(generator, schedule.generatorRate, steps: schedule.steps)
    let loop = TrainingLoop([generator, discriminator], on: tape)
    var loader = BatchLoader(data, size: schedule.batch, seed: tape.seed, skipping: discriminator.updates)
    _ = loop.run(to: schedule.steps) {
      // snippet.round
      var lossD: Float = 0
      var labels: [Int] = []
      for _ in 0..<schedule.discriminatorSteps {
        lossD = discriminatorTrainer.minimize { tape in
          let batch = loader.next(on: tape)
          labels = batch.labels
          return discriminatorLoss(batch, tape.normal([batch.count, latent]))
        }
      }
      let count = labelled ? labels.count : schedule.batch
      let lossG = generatorTrainer.minimize { generatorLoss(labels, $0.normal([count, latent])) }
      // snippet.end
      return (lossD, lossG)
    } report: { round, losses in
      var step = AdversarialStep(
        number: round, count: schedule.steps, discriminatorLoss: losses.0, generatorLoss: losses.1)
      onStep(&step)
      return !step.isLast
    }
  }

  private func trainer(_ θ: Parameters, _ rate: Float, steps: Int) -> Trainer<Adam> {
    let learningRate: LearningRate = schedule.rateFalls ? .linear(from: rate, steps: steps) : .constant(rate)
    let (β1, β2) = schedule.momentum
    return Trainer(θ, Adam(learningRate: learningRate, β1: β1, β2: β2), tape: tape)
  }
}
