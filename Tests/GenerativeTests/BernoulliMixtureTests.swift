import Foundation
import Generative
import Numerics
import Testing

@Suite struct BernoulliMixtureTests {
  /// Examples of two prototypes of six pixels.
  static let inputs: [Float] = {
    var generator = RandomGenerator(seed: 7)
    var inputs: [Float] = []
    for row in 0..<400 {
      for feature in 0..<6 {
        let probability: Float = (row % 4 == 0) == (feature < 3) ? 0.9 : 0.1
        inputs.append(generator.uniform() < probability ? 1 : 0)
      }
    }
    return inputs
  }()

  @Test func findsThePrototypes() {
    let model = BernoulliMixture(Self.inputs, features: 6, components: 2, rounds: 30, pseudocount: 0, seed: 3)
    let first = model.weights[0] < model.weights[1] ? 0 : 1
    #expect(abs(model.weights[first] - 0.25) < 0.07)
    for feature in 0..<6 {
      #expect(abs(model.probabilities[first * 6 + feature] - (feature < 3 ? 0.9 : 0.1)) < 0.1)
    }
    #expect(model.responsibilities([1, 1, 1, 0, 0, 0])[first] > 0.99)
    #expect(zip(model.history, model.history.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    #expect(model.history.count == 31)
  }

  /// One prototype: every coin is the share of examples with the pixel on.
  @Test func oneComponentIsTheMean() {
    let model = BernoulliMixture(Self.inputs, features: 6, components: 1, rounds: 1, pseudocount: 0, seed: 1)
    var expected = 0.0
    for feature in 0..<6 {
      let share = stride(from: feature, to: 2400, by: 6).reduce(0.0) { $0 + Double(Self.inputs[$1]) } / 400
      #expect(abs(model.probabilities[feature] - share) < 1e-12)
      expected += share * Foundation.log(share) + (1 - share) * Foundation.log(1 - share)
    }
    #expect(abs(model.meanLogLikelihood(Self.inputs) - expected) < 1e-9)
  }

  @Test func samplesLookLikeTheData() {
    let model = BernoulliMixture(Self.inputs, features: 6, components: 2, rounds: 30, seed: 3)
    var generator = RandomGenerator(seed: 5)
    let samples = (0..<2000).map { _ in model.sample(using: &generator) }
    let agreeing = samples.count { $0[0] == $0[1] }
    #expect(abs(Double(agreeing) / 2000 - 0.82) < 0.05)
  }
}
