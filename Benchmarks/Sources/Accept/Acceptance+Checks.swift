import Generative
import Numerics

extension AcceptanceRow {
  /// Rows 25 and 27: what every table of a lesson shows beside its models.
  static var checks: [AcceptanceRow] { [classGaussians, memorization] }

  private static let classGaussians = AcceptanceRow(
    number: 25, model: "class Gaussians, digits", target: "Fréchet ≤ .15", seeds: 5
  ) { seed in
    let train = AcceptanceData.digits(seed).train
    let model = ClassGaussians(train)
    var generator = RandomGenerator(seed: seed)
    var images: [Float] = []
    for index in 0..<1_500 { images += model.sample(class: train.labels[index], using: &generator) }
    let scores = SampleScorer(train.inputs, features: 64)(images.map { min(1, max(0, $0)) })
    return Trial(figure: scores.text, passed: scores.frechet <= 0.15)
  }

  private static let memorization = AcceptanceRow(
    number: 27, model: "memorisation check", target: "copies 0; unseen digits 1 ± .1", seeds: 5
  ) { seed in
    let (train, test) = AcceptanceData.digits(seed)
    let copies = memorizationScore(Array(train.inputs[..<(300 * 64)]), training: train.inputs, features: 64)
    let unseen = memorizationScore(test.inputs, training: train.inputs, features: 64)
    return Trial(figure: "\(decimal(copies)), \(decimal(unseen))", passed: copies == 0 && abs(unseen - 1) <= 0.1)
  }
}
