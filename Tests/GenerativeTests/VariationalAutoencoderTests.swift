import Autodiff
import Foundation
import Generative
import Learning
import Numerics
import Testing

@Suite struct VariationalAutoencoderTests {
  /// Loss, gradients and ten steps of Adam against those that JAX found in Float64.
  @Test(.enabled(if: SharedFiles.areThere, "shared/reference is not beside the project"))
  func agreesWithTheReference() throws {
    let file = try JSONSerialization.jsonObject(with: SharedFiles.data("reference/autodiff-vectors.json"))
    let all = try #require(file as? [String: Any])
    let vae = try #require(all["vae"] as? [String: Any])
    let adam = try #require(all["adam_on_vae"] as? [String: Any])
    let order = ["w1", "b1", "wm", "bm", "wl", "bl", "w2", "b2", "w3", "b3"]
    func flat(_ values: Any?) throws -> [Double] {
      let tensors = try #require(values as? [String: [Double]])
      return try order.flatMap { try #require(tensors[$0]) }
    }
    let model = VariationalAutoencoder(features: 5, latent: 2, hidden: [4])
    // The last parameter is the noise of the Gaussian likelihood, which coins have not.
    model.parameters.values = try flat(vae["parameters"]).map { Float($0) } + [0]
    let x = try #require(vae["x"] as? [Double]).map { Float($0) }
    let ε = try #require(vae["epsilon"] as? [Double]).map { Float($0) }
    let expected = try #require(adam["losses"] as? [Double])
    let rate = try #require(adam["learning_rate"] as? Double)
    let trainer = Trainer(model.parameters, Adam(learningRate: .constant(Float(rate))), tape: Tape(seed: 1))
    var losses: [Double] = []
    for step in 0..<expected.count {
      losses.append(
        Double(trainer.minimize { model.loss($0.constant(x, [3, 5]), noise: $0.constant(ε, [3, 2])) }))
      if step == 0 { #expect(distance(model.parameters.gradients, try flat(vae["gradients"])) < 1e-4) }
    }
    for (loss, reference) in zip(losses, expected) { #expect(abs(loss / reference - 1) < 1e-5) }
    #expect(distance(model.parameters.values, try flat(adam["final"])) < 1e-4)
  }

  /// Rows 4 and 5 of the acceptance table, with one seed.
  @Test func boundsTheLikelihoodOfDigits() {
    let (train, test) = Digits.all.binarized().split(1_500, seed: 1)
    let model = VariationalAutoencoder(features: 64, latent: 8, seed: 1)
    model.fit(train)
    var generator = RandomGenerator(seed: 1)
    let terms = model.terms(test.inputs, using: &generator)
    #expect(terms.negativeELBO <= 18.9)
    let bounds = [1, 10, 100].map { model.importanceBound(test.inputs, samples: $0, using: &generator) }
    #expect(bounds[2] <= 18)
    #expect(bounds[0] >= bounds[1] && bounds[1] >= bounds[2])
    #expect(abs(bounds[0] - terms.negativeELBO) < 0.3, "with one sample the bound is the ELBO")
    #expect(model.activeUnits(test.inputs).count >= 6)
    #expect(terms.divergencePerDimension.count == 8 && terms.divergencePerDimension.allSatisfy { $0 >= 0 })
    let images = model.sample(10, using: &generator)
    #expect(images.count == 640 && images.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  /// Row 6, with one seed.
  @Test func aLargeBetaCollapses() {
    let (train, test) = Digits.all.binarized().split(1_500, seed: 1)
    let model = VariationalAutoencoder(features: 64, latent: 8, beta: 10, seed: 1)
    model.fit(train)
    var generator = RandomGenerator(seed: 1)
    let terms = model.terms(test.inputs, using: &generator)
    #expect(terms.divergence <= 0.05)
    #expect(abs(terms.reconstruction - 25.2) <= 0.4)
    #expect(model.activeUnits(test.inputs).isEmpty)
  }

  @Test func theClassDecidesWhatIsDrawn() {
    let train = Digits.all.binarized()
    let model = ConditionalVariationalAutoencoder(features: 64, classes: 10, latent: 4, seed: 1)
    model.fit(train)
    let judge = MLPClassifier(features: 64, classes: 10, seed: 1)
    judge.fit(train, epochs: 20)
    let labels = (0..<200).map { $0 % 10 }
    var generator = RandomGenerator(seed: 1)
    let drawn = model.sample(classes: labels, using: &generator)
    #expect(judge.accuracy(on: Dataset(inputs: drawn, labels: labels, features: 64, classes: 10)) >= 0.9)
    let codes = model.encode(Array(train.inputs[..<640]), labels: Array(train.labels[..<10]))
    #expect(codes.count == 40)
    #expect(model.decode(codes, labels: Array(train.labels[..<10])).count == 640)
  }

  @Test func equalSeedsGiveEqualBits() {
    func digest() -> Digest {
      let model = VariationalAutoencoder(features: 64, latent: 2, seed: 4)
      model.fit(Digits.all, steps: 20)
      return model.parameters.digest
    }
    #expect(digest() == digest())
  }
}

/// ‖a − b‖ / ‖b‖ over the numbers that b has.
func distance(_ a: [Float], _ b: [Double]) -> Double {
  let squares = zip(a, b).reduce(0.0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) }
  return (squares / b.reduce(0) { $0 + $1 * $1 }).squareRoot()
}
