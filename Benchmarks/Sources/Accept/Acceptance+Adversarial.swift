import Autodiff
import Generative
import Learning
import Numerics

extension AcceptanceRow {
  /// Rows 10 to 14 and 24.
  static var adversarial: [AcceptanceRow] {
    [ring, lightRing, collapsing(pack: 1), collapsing(pack: 2), grid, verdict, digits]
  }

  private static let ring = AcceptanceRow(
    number: 10, model: "GAN, ring σ = .1", target: "8 of 8, ≥ .90 within 3σ; 9 of 10 seeds", seeds: 10, share: 0.9
  ) { seed in
    let model = GenerativeAdversarialNetwork(features: 2, seed: seed)
    model.fit(AcceptanceData.points(AcceptanceData.ring, seed: seed))
    return sampled(model, AcceptanceData.ring, seed, atLeast: 8, share: 0.90)
  }

  private static let lightRing = AcceptanceRow(
    number: 11, model: "GAN, ring, light preset", target: "8 of 8, ≥ .85; 4 of 5 seeds", seeds: 5, share: 0.8
  ) { seed in
    let model = GenerativeAdversarialNetwork(
      features: 2, generator: [48, 48, 48], discriminator: [48, 48, 48], seed: seed)
    model.fit(AcceptanceData.points(AcceptanceData.ring, seed: seed), .light)
    return sampled(model, AcceptanceData.ring, seed, atLeast: 8, share: 0.85)
  }

  private static func collapsing(pack: Int) -> AcceptanceRow {
    AcceptanceRow(
      number: 12, model: pack == 1 ? "GAN, collapse preset" : "the same, two packed",
      target: (pack == 1 ? "≤ 4 modes" : "8 modes") + "; 5 of 6 seeds", seeds: 6, share: 5 / 6
    ) { seed in
      let model = GenerativeAdversarialNetwork(
        features: 2, generator: [64, 64], discriminator: [64, 64], slope: 0.2, pack: pack, seed: seed)
      model.fit(AcceptanceData.points(AcceptanceData.ring, seed: seed), .collapsing)
      var generator = RandomGenerator(seed: seed)
      let modes = AcceptanceData.ring.count(in: model.sample(2_500, using: &generator)).modes
      return Trial(figure: "\(modes)", passed: pack == 1 ? modes <= 4 : modes == 8)
    }
  }

  private static let grid = AcceptanceRow(
    number: 13, model: "GAN, 25-grid σ = .2", target: "≥ 24 modes, ≥ .60; every seed", seeds: 7
  ) { seed in
    let modes = GaussianModes.grid(deviation: 0.2)
    let model = GenerativeAdversarialNetwork(features: 2, seed: seed)
    model.fit(
      AcceptanceData.points(modes, seed: seed),
      GenerativeAdversarialNetwork.Schedule(steps: 6_000, batch: 256, momentum: (0.5, 0.99)))
    return sampled(model, modes, seed, atLeast: 24, share: 0.60)
  }

  /// The best catcher says log p/q: with p = N(0, 1) and q = N(1, 1) that is ½ − x.
  private static let verdict = AcceptanceRow(
    number: 14, model: "D, N(0, 1) against N(1, 1)", target: "log-odds ½ − x within ± .05 for −1 ≤ x ≤ 2", seeds: 3
  ) { seed in
    let θ = Parameters(seed: seed)
    let D = MLP([1, 16, 1], .tanh, in: θ)
    θ.keepAverage(decay: 0.999)
    let tape = Tape(seed: seed)
    let trainer = Trainer(θ, Adam(learningRate: .cosine(from: 5e-3, steps: 6_000)), tape: tape)
    for _ in 0..<6_000 {
      trainer.minimize { mean(softplus(-D($0.normal([1_024, 1])))) + mean(softplus(D($0.normal([1_024, 1]) + 1))) }
    }
    let xs = (0...30).map { Float($0) / 10 - 1 }
    let logits = θ.withAverage { tape.evaluate { D($0.constant(xs, [31, 1])).array } }
    let worst = zip(xs, logits).map { abs(0.5 - $0 - $1) }.max() ?? .infinity
    return Trial(figure: decimal(Double(worst)), passed: worst <= 0.05)
  }

  private static let digits = AcceptanceRow(
    number: 24, model: "GAN, digits, R1", target: "Fréchet ≤ .11, recall ≥ .55; 4 of 5 seeds", seeds: 5, share: 0.8
  ) { seed in
    let train = AcceptanceData.digits(seed).train
    let model = GenerativeAdversarialNetwork(
      features: 64, latent: 16, generator: [128, 128], discriminator: [128, 128], r1: 1, scale: .pixels, seed: seed)
    model.fit(train, .digits)
    var generator = RandomGenerator(seed: seed)
    let scores = SampleScorer(train.inputs, features: 64)(model.sample(1_500, using: &generator))
    return Trial(figure: scores.text, passed: scores.frechet <= 0.11 && scores.recall >= 0.55)
  }

  private static func sampled(
    _ model: GenerativeAdversarialNetwork, _ modes: GaussianModes, _ seed: UInt64, atLeast count: Int, share: Double
  ) -> Trial {
    var generator = RandomGenerator(seed: seed)
    return AcceptanceData.modes(modes, model.sample(2_500, using: &generator), atLeast: count, share: share)
  }
}

extension SampleScores {
  /// Of drawn digits, on 16 principal components of the training digits.
  var text: String {
    "Fréchet \(decimal(frechet)), precision \(decimal(precision, 2)), recall \(decimal(recall, 2)), "
      + "coverage \(decimal(coverage, 2))"
  }
}
