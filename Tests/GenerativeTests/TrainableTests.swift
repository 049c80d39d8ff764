import Autodiff
import Foundation
import Generative
import Learning
import Numerics
import Testing

/// A training that is stopped, written to bytes, read into a new model and taken up again ends in the same bits.
@Suite struct TrainableTests {
  @Test func variationalAutoencoder() throws {
    try check {
      VariationalAutoencoder(features: 64, latent: 2, hidden: [16], seed: $0)
    } fit: { model, stop in
      model.fit(Digits.all, steps: 60) { if $0.number == stop { $0.stop() } }
    }
  }

  @Test func classifier() throws {
    try check {
      MLPClassifier(features: 64, hidden: [16], classes: 10, seed: $0)
    } fit: { model, stop in
      model.fit(Digits.all, epochs: 2) { if $0.number == stop { $0.stop() } }
    }
  }

  @Test func diffusion() throws {
    try check {
      Diffusion(features: 64, classes: 10, prediction: .velocity, hidden: [16], scale: .pixels, seed: $0)
    } fit: { model, stop in
      model.fit(Digits.all, steps: 60, batch: 20, averaging: 0.9) { if $0.number == stop { $0.stop() } }
    }
  }

  @Test func generativeAdversarialNetwork() throws {
    let data = Digits.all
    func fit(_ model: GenerativeAdversarialNetwork, _ stop: Int = 0) {
      let schedule = GenerativeAdversarialNetwork.Schedule(
        steps: 40, batch: 16, discriminatorSteps: 2, averaging: 0.9)
      model.fit(data, schedule) { if $0.number == stop { $0.stop() } }
    }
    func model() -> GenerativeAdversarialNetwork {
      GenerativeAdversarialNetwork(
        features: 64, latent: 4, generator: [16], discriminator: [16], r1: 1, scale: .pixels, seed: 3)
    }
    let (whole, first, second) = (model(), model(), model())
    fit(whole)
    fit(first, 17)
    try second.restore(
      (
        Checkpoint(bytes: first.checkpoints.generator.bytes),
        Checkpoint(bytes: first.checkpoints.discriminator.bytes)
      ))
    fit(second)
    #expect(second.generatorParameters.digest == whole.generatorParameters.digest)
    #expect(second.discriminatorParameters.digest == whole.discriminatorParameters.digest)
    #expect(second.generate([1, 2, 3, 4]) == whole.generate([1, 2, 3, 4]), "the averages agree too")
  }

  @Test func conditionalGAN() throws {
    func fit(_ model: ConditionalGAN, _ stop: Int = 0) {
      model.fit(Digits.all, .init(steps: 40, batch: 16, averaging: 0.9)) { if $0.number == stop { $0.stop() } }
    }
    func model() -> ConditionalGAN {
      ConditionalGAN(features: 64, classes: 10, latent: 4, hidden: [16], seed: 3)
    }
    let (whole, first, second) = (model(), model(), model())
    fit(whole)
    fit(first, 17)
    let foreign = ConditionalGAN(features: 64, classes: 10, latent: 4, hidden: [17], seed: 3)
    let before = foreign.generatorParameters.digest
    #expect(throws: CheckpointError.self) { try foreign.restore(first.checkpoints) }
    #expect(foreign.generatorParameters.digest == before)
    try second.restore(first.checkpoints)
    fit(second)
    #expect(second.generatorParameters.digest == whole.generatorParameters.digest)
    #expect(second.discriminatorParameters.digest == whole.discriminatorParameters.digest)
    fit(second)
    #expect(second.generatorParameters.digest == whole.generatorParameters.digest, "there is nothing left to train")
  }

  /// A model of one's own takes one conformance: the loss of a batch, beside parameters and a tape.
  @Test func modelOfOnesOwn() throws {
    try check {
      DenoisingAutoencoder(seed: $0)
    } fit: { model, stop in
      model.fit(Digits.all, steps: 60) { if $0.number == stop { $0.stop() } }
    }
    let model = DenoisingAutoencoder(seed: 1)
    let first = model.fit(Digits.all, steps: 1)
    let checkpoint = model.checkpoint
    #expect(model.fit(Digits.all, steps: 150) < first, "it learns")
    try model.restore(checkpoint)
    #expect(model.checkpoint == checkpoint)
  }

  /// Its training is kept as those of the library are: stopped behind a step and taken up again, it ends in the same bits,
  /// and `onStep` hears the same.
  @Test func modelOfOnesOwnInAProgramThatIsStopped() async {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("trainings-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    await #expect(processExitsWith: .success) { [file = file as String] in
      var steps = 0
      keepTrainings(in: file, of: ["own"], resumes: false) {
        steps += 1
        return steps == 17
      } stopped: { step, count, isKept in
        exit(step == 17 && count == 40 && isKept ? EXIT_SUCCESS : EXIT_FAILURE)
      }
      _ = DenoisingAutoencoder.trained()
      exit(EXIT_FAILURE)
    }
    await #expect(processExitsWith: .success) { [file = file as String] in
      keepTrainings(in: file, of: ["own"], resumes: true, isAskedToStop: { false }) { _, _, _ in exit(EXIT_FAILURE) }
      let resumed = DenoisingAutoencoder.trained()
      let whole = DenoisingAutoencoder.trained()
      exit(resumed == whole && whole.heard.count == 80 ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }

  /// And one of two networks: their two losses.
  @Test func contestOfOnesOwn() throws {
    func fit(_ model: LeastSquaresGAN, _ stop: Int = 0) {
      model.fit(Digits.all, .init(steps: 40, batch: 16, averaging: 0.9)) { if $0.number == stop { $0.stop() } }
    }
    let (whole, first, second) = (LeastSquaresGAN(seed: 3), LeastSquaresGAN(seed: 3), LeastSquaresGAN(seed: 3))
    fit(whole)
    fit(first, 17)
    try second.restore(first.checkpoints)
    fit(second)
    #expect(first.generatorParameters.updates == 17 && second.generatorParameters.updates == 40)
    #expect(second.generatorParameters.digest == whole.generatorParameters.digest)
    #expect(second.discriminatorParameters.digest == whole.discriminatorParameters.digest)
  }

  private func check<Model: Trainable>(_ make: (UInt64) -> Model, fit: (Model, _ stop: Int) -> Void) throws {
    let (whole, first, second) = (make(3), make(3), make(3))
    fit(whole, 0)
    fit(first, 17)
    #expect(first.parameters.updates == 17)
    try second.restore(Checkpoint(bytes: first.checkpoint.bytes))
    fit(second, 0)
    #expect(second.parameters.digest == whole.parameters.digest)
    let averages = [second, whole].map { model in model.parameters.withAverage { model.parameters.digest } }
    #expect(averages[0] == averages[1])
    #expect(second.parameters.updates == whole.parameters.updates)
  }
}

/// What a learner might write in a cell.
private final class DenoisingAutoencoder: Trainable {
  let parameters: Parameters
  let tape: Tape
  let encoder: MLP
  let decoder: MLP

  init(seed: UInt64) {
    parameters = Parameters(seed: seed)
    tape = Tape(seed: seed)
    encoder = MLP([64, 16, 4], .silu, in: parameters)
    decoder = MLP([4, 16, 64], .silu, output: .sigmoid, in: parameters)
  }

  struct Trained: Equatable {
    var digest: Learning.Digest
    var heard: [Float]
  }

  /// What it is after its training, and what `onStep` heard of every step.
  static func trained() -> Trained {
    let model = DenoisingAutoencoder(seed: 3)
    var heard: [Float] = []
    model.fit(Digits.all, steps: 40) { heard += [$0.loss, model.parameters.gradientNorm] }
    return Trained(digest: model.parameters.digest, heard: heard)
  }

  func loss(_ batch: Batch) -> Tensor {
    let spoilt = batch.x + 0.3 * batch.x.tape.normal(batch.x.shape)
    return mean(square(batch.x - decoder(encoder(spoilt))))
  }
}

/// Mao et al. 2017, eq. 2, with b = c = 1 and a = 0.
private final class LeastSquaresGAN: AdversarialTrainable {
  let generatorParameters: Parameters
  let discriminatorParameters: Parameters
  let tape: Tape
  let latent = 4
  let G: MLP
  let D: MLP

  init(seed: UInt64) {
    generatorParameters = Parameters(seed: seed)
    discriminatorParameters = Parameters(seed: seed + 1)
    tape = Tape(seed: seed)
    G = MLP([4, 16, 64], .silu, output: .sigmoid, in: generatorParameters)
    D = MLP([64, 16, 1], .leakyReLU(0.2), in: discriminatorParameters)
  }

  func discriminatorLoss(_ batch: Batch, latent z: Tensor) -> Tensor {
    mean(square(D(batch.x) - 1)) + mean(square(D(stopGradient(G(z)))))
  }

  func generatorLoss(_ labels: [Int], latent z: Tensor) -> Tensor { mean(square(D(G(z)) - 1)) }
}
