import Generative
import Learning
import Numerics

extension AcceptanceRow {
  /// Rows 20 to 23 and 26.
  static var diffusion: [AcceptanceRow] { [ring(0.1), ring(0.02), light, grid, digits, guidance] }

  private static func ring(_ deviation: Float) -> AcceptanceRow {
    AcceptanceRow(
      number: 20, model: "DDPM, ring σ = \(deviation)", target: "8 of 8, ≥ .93; 9 of 10 seeds", seeds: 10, share: 0.9
    ) { seed in
      let modes = GaussianModes.ring(deviation: deviation)
      let model = Diffusion(features: 2, seed: seed)
      model.fit(AcceptanceData.points(modes, seed: seed))
      return sampled(model, modes, seed, atLeast: 8, share: 0.93)
    }
  }

  private static let light = AcceptanceRow(
    number: 21, model: "DDPM, ring, light preset", target: "8 of 8, ≥ .90; 4 of 5 seeds", seeds: 5, share: 0.8
  ) { seed in
    let model = Diffusion(features: 2, schedule: .cosine(steps: 100), hidden: [64, 64, 64], seed: seed)
    model.fit(AcceptanceData.points(AcceptanceData.ring, seed: seed), steps: 4_000, batch: 128)
    return sampled(model, AcceptanceData.ring, seed, atLeast: 8, share: 0.90)
  }

  private static let grid = AcceptanceRow(
    number: 22, model: "DDPM, 25-grid σ = .05", target: "≥ 24 modes, ≥ .88", seeds: 2
  ) { seed in
    let modes = GaussianModes.grid()
    let model = Diffusion(features: 2, seed: seed)
    model.fit(AcceptanceData.points(modes, seed: seed))
    return sampled(model, modes, seed, atLeast: 24, share: 0.88)
  }

  private static let digits = AcceptanceRow(
    number: 23, model: "DDPM, digits, x₀", target: "Fréchet ≤ .13, precision ≥ .90, coverage ≥ .80", seeds: 2
  ) { seed in
    let train = AcceptanceData.digits(seed).train
    let model = Diffusion(
      features: 64, prediction: .original, schedule: .cosine(steps: 100), hidden: [256, 256, 256], scale: .pixels,
      seed: seed)
    model.fit(train, steps: 5_000, batch: 128, averaging: 0.995)
    var generator = RandomGenerator(seed: seed)
    let images = model.sample(1_500, using: &generator)
    let scores = SampleScorer(train.inputs, features: 64)(images)
    return Trial(
      figure: "\(scores.text), memorisation \(decimal(scores.nearness, 2))",
      passed: scores.frechet <= 0.13 && scores.precision >= 0.9 && scores.coverage >= 0.8)
  }

  private static let guidance = AcceptanceRow(
    number: 26, model: "guidance 0 → 2, conditional DDPM", target: "recall halves, class accuracy rises", seeds: 5
  ) { seed in
    let train = AcceptanceData.digits(seed).train
    let judge = MLPClassifier(features: 64, classes: 10, seed: seed)
    judge.fit(train)
    let model = Diffusion(
      features: 64, classes: 10, prediction: .original, schedule: .cosine(steps: 100), hidden: [256, 256, 256],
      scale: .pixels, seed: seed)
    model.fit(train, steps: 5_000, batch: 128, averaging: 0.995)
    // Accuracies near 1 take many pictures to tell apart; recall compares 1,500 as everywhere.
    let labels = (0..<6_000).map { $0 % 10 }
    let scorer = SampleScorer(train.inputs, features: 64)
    let outcomes = [0, 2].map { (weight: Float) in
      var generator = RandomGenerator(seed: seed)
      let images = model.sample(6_000, classes: labels, guidance: weight, using: &generator)
      let drawn = Dataset(inputs: images, labels: labels, features: 64, classes: 10)
      let scores = scorer([Float](images.prefix(1_500 * 64)))
      return (scores.recall, Double(judge.accuracy(on: drawn)))
    }
    let (none, two) = (outcomes[0], outcomes[1])
    return Trial(
      figure: "recall \(decimal(none.0)) → \(decimal(two.0)), accuracy \(decimal(none.1, 4)) → \(decimal(two.1, 4))",
      passed: two.0 <= none.0 / 2 && two.1 > none.1)
  }

  private static func sampled(
    _ model: Diffusion, _ modes: GaussianModes, _ seed: UInt64, atLeast count: Int, share: Double
  ) -> Trial {
    var generator = RandomGenerator(seed: seed)
    return AcceptanceData.modes(modes, model.sample(2_500, using: &generator), atLeast: count, share: share)
  }
}
