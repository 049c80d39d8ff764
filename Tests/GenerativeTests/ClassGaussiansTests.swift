import Foundation
import Generative
import Numerics
import Testing

@Suite struct ClassGaussiansTests {
  /// Class 0: mean 1, variance 1; class 1: mean 6, variance 4; the variance of all six is largest and only feature.
  let line = Dataset(inputs: [0, 2, 0, 2, 4, 8], labels: [0, 0, 0, 0, 1, 1], features: 1, classes: 2)

  @Test func densitiesAreThoseOfTheFormula() {
    let model = ClassGaussians(line, smoothing: 0.5)
    let added = 0.5 * (88.0 / 6 - 64.0 / 9)
    let densities = model.logDensities([3])
    for (density, (mean, variance)) in zip(densities, [(1.0, 1 + added), (6.0, 4 + added)]) {
      let expected = -0.5 * Foundation.log(2 * .pi * variance) - 0.5 * (3 - mean) * (3 - mean) / variance
      #expect(abs(density - expected) < 1e-12)
    }
    let joint = [4.0 / 6 * Foundation.exp(densities[0]), 2.0 / 6 * Foundation.exp(densities[1])]
    #expect(abs(model.logDensity([3]) - Foundation.log(joint[0] + joint[1])) < 1e-12)
    #expect(abs(model.probabilities([3])[1] - joint[1] / (joint[0] + joint[1])) < 1e-12)
    #expect(model.classify([0, 9]) == [0, 1])
  }

  @Test func samplesHaveTheMomentsOfTheirClass() {
    let line = Dataset(
      inputs: [0, 0, 2, 1, 4, 3, 6, 0], labels: [0, 0, 0, 0], features: 2, classes: 1)
    let model = ClassGaussians(line, smoothing: 0.1)
    var generator = RandomGenerator(seed: 8)
    let draws = (0..<20_000).map { _ in model.sample(class: 0, using: &generator) }
    let mean = (0..<2).map { axis in draws.reduce(0) { $0 + Double($1[axis]) } / 20_000 }
    let product = draws.reduce(0) { $0 + (Double($1[0]) - mean[0]) * (Double($1[1]) - mean[1]) } / 20_000
    let square = draws.reduce(0) { $0 + (Double($1[0]) - mean[0]) * (Double($1[0]) - mean[0]) } / 20_000
    #expect(abs(mean[0] - 3) < 0.06 && abs(mean[1] - 1) < 0.04)
    #expect(abs(square - 5.5) < 0.2)  // 5, and 0.1 × 5 of smoothing
    #expect(abs(product - 0.5) < 0.1)
  }

  /// A drawn digit is recognised as what it should be by a judge of another kind.
  @Test func drawnDigitsAreRecognised() {
    let (train, _) = Digits.all.split(1500, seed: 1)
    let model = ClassGaussians(train, smoothing: 0.01)
    var generator = RandomGenerator(seed: 3)
    let labels = (0..<100).map { $0 % 10 }
    let drawn = labels.flatMap { model.sample(class: $0, using: &generator) }
    let sheet = Dataset(inputs: drawn, labels: labels, features: 64, classes: 10)
    #expect(NearestNeighbours(train).accuracy(on: sheet) >= 0.9)
  }

  @Test func classesAreDrawnAsOftenAsTheyWere() {
    // Two classes far apart, one of them three times as common.
    let data = Dataset(
      inputs: [0, 1, 0, 1, 0, 1, 100, 101], labels: [0, 0, 0, 0, 0, 0, 1, 1], features: 1, classes: 2)
    var generator = RandomGenerator(seed: 2)
    let draws = ClassGaussians(data, smoothing: 0.001).sample(10_000, using: &generator)
    #expect(draws.count == 10_000)
    #expect(abs(draws.count { $0 > 50 } - 2_500) < 150)
  }
}
