import Generative
import Learning
import Numerics

/// Models trained for a moment, whose parameters must come out the same on every machine.
///
/// This file is also compiled for WebAssembly. The sizes are such that some products are shared among threads.
enum TrainedModel: Int, CaseIterable {
  case variationalAutoencoder, adversarialNetwork, diffusion, hiddenMarkovModel

  /// The fingerprint of all parameters after 20 Adam steps, or 5 rounds of Baum–Welch.
  var digest: UInt64 {
    switch self {
    case .variationalAutoencoder:
      let model = VariationalAutoencoder(features: 64, latent: 2, hidden: [256], seed: 1)
      model.fit(Digits.all, steps: 20, batch: 256)
      return model.parameters.digest.value
    case .adversarialNetwork:
      let model = GenerativeAdversarialNetwork(
        features: 2, generator: [64, 256, 256], discriminator: [256, 256, 64], seed: 2)
      model.fit(ring(1_000), .init(steps: 20, batch: 128))
      return Digest(model.generatorParameters.values + model.discriminatorParameters.values).value
    case .diffusion:
      let model = Diffusion(features: 2, seed: 3)
      model.fit(ring(1_000), steps: 20, batch: 256)
      return model.parameters.digest.value
    case .hiddenMarkovModel:
      var generator = RandomGenerator(seed: 4)
      let symbols = (0..<2_000).map { ($0 * $0 + generator.integer(below: 3)) % 7 }
      var model = HiddenMarkovModel(states: 3, symbols: 7, using: &generator)
      for _ in 0..<5 { model.reestimate(from: [symbols]) }
      var digest = Digest()
      for number in model.start + Array(model.transition.joined()) + Array(model.emission.joined()) {
        for byte in 0..<8 { digest.combine(UInt8(truncatingIfNeeded: number.bitPattern &>> UInt64(8 * byte))) }
      }
      return digest.value
    }
  }

  private func ring(_ count: Int) -> Dataset {
    var generator = RandomGenerator(seed: 9)
    return GaussianModes.ring().sample(count, using: &generator)
  }
}
