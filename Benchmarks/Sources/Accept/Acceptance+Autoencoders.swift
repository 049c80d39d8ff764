import Autodiff
import Generative
import Learning
import Numerics

extension AcceptanceRow {
  /// Rows 1 to 9.
  static var autoencoders: [AcceptanceRow] {
    [2, 8].flatMap { [linearAutoencoder($0), linearVAE($0)] }
      + [deepAutoencoder(2, atMost: 0.040), deepAutoencoder(8, atMost: 0.0130)]
      + [bound, importance, collapse, mnist, randomCodes, morphs]
  }

  private static func linearAutoencoder(_ code: Int) -> AcceptanceRow {
    AcceptanceRow(
      number: 1, model: "linear autoencoder, digits, k = \(code)", target: "test MSE within 0.5 % of PCA's", seeds: 3
    ) { seed in
      let (train, test) = AcceptanceData.digits(seed)
      let model = Autoencoder(features: 64, latent: code, hidden: [], seed: seed)
      model.fit(train, steps: 12_000, batch: 500, learningRate: 5e-3)
      let error = model.reconstructionError(test.inputs)
      let best = PrincipalComponents(train.inputs, features: 64, count: code).reconstructionError(test.inputs)
      return Trial(figure: "\(decimal(error, 5)) (\(decimal(best, 5)))", passed: abs(error / best - 1) <= 0.005)
    }
  }

  private static func linearVAE(_ code: Int) -> AcceptanceRow {
    AcceptanceRow(
      number: 2, model: "linear VAE, digits, k = \(code)",
      target: "ELBO within 0.01 nat of probabilistic PCA's likelihood", seeds: 2
    ) { seed in
      let train = AcceptanceData.digits(seed).train
      let model = VariationalAutoencoder(features: 64, latent: code, hidden: [], likelihood: .gaussian, seed: seed)
      model.fit(train, steps: 20_000, batch: 500, learningRate: 1e-2)
      var generator = RandomGenerator(seed: seed)
      let bound = -model.terms(train.inputs, samples: 400, using: &generator).negativeELBO
      let best = PrincipalComponents(train.inputs, features: 64, count: code).meanLogLikelihood(train.inputs)
      return Trial(figure: "\(decimal(bound, 4)) (\(decimal(best, 4)))", passed: abs(best - bound) <= 0.01)
    }
  }

  private static func deepAutoencoder(_ code: Int, atMost limit: Double) -> AcceptanceRow {
    AcceptanceRow(
      number: 3, model: "autoencoder, digits, k = \(code)", target: "test MSE ≤ \(decimal(limit, 4))", seeds: 5
    ) { seed in
      let (train, test) = AcceptanceData.digits(seed)
      let model = Autoencoder(features: 64, latent: code, seed: seed)
      model.fit(train)
      let error = model.reconstructionError(test.inputs)
      return Trial(figure: decimal(error, 4), passed: error <= limit)
    }
  }

  /// The VAE of rows 4 to 6, on black and white digits.
  private static func trained(_ seed: UInt64, latent: Int = 8, beta: Float = 1) -> (VariationalAutoencoder, Dataset) {
    let (train, test) = Digits.all.binarized().split(1_500, seed: seed)
    let model = VariationalAutoencoder(features: 64, latent: latent, beta: beta, seed: seed)
    model.fit(train)
    return (model, test)
  }

  private static let bound = AcceptanceRow(
    number: 4, model: "VAE, digits, k = 8", target: "−ELBO ≤ 18.9 nats", seeds: 5
  ) { seed in
    let (model, test) = trained(seed)
    var generator = RandomGenerator(seed: seed)
    let nats = model.terms(test.inputs, using: &generator).negativeELBO
    return Trial(figure: decimal(nats, 2), passed: nats <= 18.9)
  }

  private static let importance = AcceptanceRow(
    number: 5, model: "the same", target: "IWAE-100 ≤ 18.0, never rising from 1 over 10 to 100", seeds: 5
  ) { seed in
    let (model, test) = trained(seed)
    var generator = RandomGenerator(seed: seed)
    let nats = [1, 10, 100].map { model.importanceBound(test.inputs, samples: $0, using: &generator) }
    return Trial(figure: decimal(nats[2], 2), passed: nats[2] <= 18 && nats[0] >= nats[1] && nats[1] >= nats[2])
  }

  private static let collapse = AcceptanceRow(
    number: 6, model: "the same, β = 10", target: "KL ≤ 0.05, reconstruction 25.2 ± 0.4", seeds: 5
  ) { seed in
    let (model, test) = trained(seed, beta: 10)
    var generator = RandomGenerator(seed: seed)
    let terms = model.terms(test.inputs, using: &generator)
    return Trial(
      figure: "\(decimal(terms.divergence)), \(decimal(terms.reconstruction, 2))",
      passed: terms.divergence <= 0.05 && abs(terms.reconstruction - 25.2) <= 0.4)
  }

  private static let mnist = AcceptanceRow(
    number: 7, model: "VAE 784–400–20, MNIST, 8,000 images and their shifts",
    target: "−ELBO < 106.7 after 3,283 updates of 128", seeds: 3
  ) { seed in
    let (train, test) = try AcceptanceData.mnist()
    let model = VariationalAutoencoder(features: 784, latent: 20, hidden: [400], seed: seed)
    // 8,000 images are few: what was learned by heart shows on the others.
    model.fit(train.withShifts(side: 28), steps: 3_283, batch: 128, learningRate: 5e-3)
    var generator = RandomGenerator(seed: seed)
    let nats = model.terms(test.inputs, samples: 1, using: &generator).negativeELBO
    return Trial(figure: decimal(nats, 2), passed: nats < 106.7)
  }

  private static let randomCodes = AcceptanceRow(
    number: 8, model: "random codes, k = 8: autoencoder, VAE (6,000 steps)", target: "precision ≤ 0.3, ≥ 0.9",
    seeds: 5
  ) { seed in
    let train = AcceptanceData.digits(seed).train
    let plain = Autoencoder(features: 64, latent: 8, seed: seed)
    let variational = VariationalAutoencoder(features: 64, latent: 8, seed: seed)
    plain.fit(train)
    variational.fit(train, steps: 6_000)
    var generator = RandomGenerator(seed: seed)
    func precision(_ images: [Float]) -> Double {
      ManifoldScores(real: train.inputs, generated: images, features: 64).precision
    }
    let first = precision(plain.decode(generator.normals(1_500 * 8)))
    let second = precision(variational.sample(1_500, using: &generator))
    return Trial(figure: "\(decimal(first, 2)), \(decimal(second, 2))", passed: first <= 0.3 && second >= 0.9)
  }

  private static let morphs = AcceptanceRow(
    number: 9, model: "morph midpoints: VAE, pixel blend", target: "plausible ≥ 0.90, ≤ 0.60", seeds: 3
  ) { seed in
    let (train, test) = AcceptanceData.digits(seed)
    let model = VariationalAutoencoder(features: 64, latent: 8, seed: seed)
    model.fit(train)
    var generator = RandomGenerator(seed: seed)
    let (first, second) = test.pairs(1_000, using: &generator)
    let decoded = model.decode(mix(model.encode(first), model.encode(second), share: 0.5))
    let shares = [decoded, mix(first, second, share: 0.5)].map { plausibleShare($0, real: train.inputs, features: 64) }
    return Trial(figure: "\(decimal(shares[0])), \(decimal(shares[1]))", passed: shares[0] >= 0.9 && shares[1] <= 0.6)
  }
}

extension Dataset {
  /// Each picture, and the same moved by one pixel to each of the four sides; zeros come in at the edge.
  fileprivate func withShifts(side: Int) -> Dataset {
    var inputs: [Float] = []
    inputs.reserveCapacity(5 * self.inputs.count)
    for index in 0..<count {
      let picture = [Float](row(index))
      for (right, down) in [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)] {
        for y in 0..<side {
          for x in 0..<side {
            let isInside = 0..<side ~= y - down && 0..<side ~= x - right
            inputs.append(isInside ? picture[(y - down) * side + x - right] : 0)
          }
        }
      }
    }
    let labels = labels.flatMap { [Int](repeating: $0, count: 5) }
    return Dataset(inputs: inputs, labels: labels, features: features, classes: classes)
  }
}
