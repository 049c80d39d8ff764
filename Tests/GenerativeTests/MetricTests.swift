import Foundation
import Numerics
import Testing

@testable import Generative

@Suite struct MetricTests {
  static func gaussian(_ count: Int, _ features: Int, mean: Float = 0, deviation: Float = 1, seed: UInt64) -> [Float] {
    var generator = RandomGenerator(seed: seed)
    return generator.normals(count * features).map { mean + deviation * $0 }
  }

  // MARK: Fréchet

  // ACCEPTANCE 36: five dimensions, each mean moved by 0.3, each deviation 1.5 times as large: 5 · 0.09 + 5 · 0.25.
  @Test func frechetDistanceOfGaussiansIsTheClosedForm() {
    let a = Self.gaussian(300, 5, seed: 1)
    // The same numbers, moved and stretched about their own mean: the two samples' moments are related exactly.
    let moments = Moments(a, features: 5)
    let b = a.enumerated().map { Float((Double($1) - moments.mean[$0 % 5]) * 1.5 + moments.mean[$0 % 5] + 0.3) }
    let expected = 5 * 0.09 + 0.25 * moments.covariance.trace
    #expect(abs(frechetDistance(a, b, features: 5) - expected) < 1e-5)
    var identity = Moments(a, features: 5)
    identity.mean = [0, 0, 0, 0, 0]
    identity.covariance = Matrix(zeros: 5, 5)
    identity.covariance.addToDiagonal(1)
    var other = identity
    other.mean = Array(repeating: 0.3, count: 5)
    other.covariance.addToDiagonal(1.25)
    #expect(abs(frechetDistance(identity, other) - 1.70) < 1e-12)
  }

  /// Rotated covariances that do not commute: in two dimensions tr (AB)^½ = √(tr AB + 2 √|AB|).
  @Test func frechetDistanceOfUnlikeCovariances() {
    var a = Moments(Self.gaussian(50, 2, seed: 2), features: 2)
    a.mean = [0, 0]
    var b = a
    a.covariance.values = [2, 0.7, 0.7, 1]
    b.covariance.values = [0.5, -0.4, -0.4, 3]
    let product = a.covariance.multiplied(by: b.covariance)
    let determinant = product[0, 0] * product[1, 1] - product[0, 1] * product[1, 0]
    let root = (product.trace + 2 * determinant.squareRoot()).squareRoot()
    #expect(abs(frechetDistance(a, b) - (3 + 3.5 - 2 * root)) < 1e-12)
    #expect(abs(frechetDistance(a, b) - frechetDistance(b, a)) < 1e-12)
  }

  @Test func frechetDistanceOfASampleToItselfIsNothing() {
    let digits = PrincipalComponents(Digits.all.inputs, features: 64, count: 16).encode(Digits.all.inputs)
    #expect(frechetDistance(digits, digits, features: 16) < 1e-9)
  }

  // MARK: Energy distance and MMD

  @Test func energyDistanceIsTheClosedForm() {
    // The same numbers moved by 1: then only the distance varies, not the means.
    let a = Self.gaussian(400, 1, seed: 3)
    let b = a.map { $0 + 1 }
    // For N(0, 1) and N(δ, 1): E|X − Y| = √(4/π) e^(−δ²/4) + δ erf(δ/2).
    func absoluteMean(_ δ: Double) -> Double {
      (4 / Double.pi).squareRoot() * Foundation.exp(-δ * δ / 4) + δ * erf(δ / 2)
    }
    let expected = 2 * absoluteMean(1) - 2 * absoluteMean(0)
    #expect(abs(energyDistance(a, b, features: 1) - expected) < 0.06)
    #expect(energyDistance(a, a, features: 1) == 0)
    #expect(energyDistance([0, 0], [3, 4], features: 2) == 10)
  }

  @Test func energyDistanceHasASmallFloor() {
    let (a, b) = (Self.gaussian(400, 2, seed: 5), Self.gaussian(400, 2, seed: 6))
    #expect(energyDistance(a, b, features: 2) < 0.02)
  }

  @Test func discrepancyIsTheClosedForm() {
    let a = Self.gaussian(400, 1, seed: 7)
    let b = a.map { $0 + 1 }
    // With h = 1: E k(X, X′) = √(1/3), E k(X, Y) = √(1/3) e^(−δ²/6).
    let expected = 2 * (1.0 / 3).squareRoot() * (1 - Foundation.exp(-1.0 / 6))
    #expect(abs(maximumMeanDiscrepancy(a, reference: b, features: 1, bandwidth: 1) - expected) < 0.04)
    #expect(maximumMeanDiscrepancy(a, reference: a, features: 1) == 0)
    #expect(maximumMeanDiscrepancy(a, reference: Self.gaussian(400, 1, seed: 9), features: 1) < 0.02)
  }

  // MARK: Balls

  @Test func ballsOnALine() {
    // Real 0 1 2 3, nearest neighbour at 1. Generated: one inside, one on the edge of 3's ball, two far away.
    let scores = ManifoldScores(real: [0, 1, 2, 3], generated: [1.25, 4, 50, 51], features: 1, neighbours: 1)
    #expect(scores.precision == 0.5)
    #expect(scores.density == 3.0 / 4)  // 1.25 lies in the balls of 1 and 2, 4 in that of 3
    #expect(scores.coverage == 3.0 / 4)
    // 1.25's nearest is 4, at 2.75: its ball holds 0 … 4; that of 4 as well holds 1.25 … 6.75.
    #expect(scores.recall == 1)
  }

  @Test func ballsOfOneDistribution() {
    let (a, b) = (Self.gaussian(300, 2, seed: 10), Self.gaussian(300, 2, seed: 11))
    let scores = ManifoldScores(real: a, generated: b, features: 2, neighbours: 5)
    #expect(scores.precision > 0.93 && scores.recall > 0.93)
    #expect(abs(scores.density - 1) < 0.1)
    #expect(abs(scores.coverage - (1 - 1.0 / 32)) < 0.04)  // Naeem et al., eq. 9, for many examples
    let same = ManifoldScores(real: a, generated: a, features: 2, neighbours: 5)
    #expect(same.precision == 1 && same.recall == 1 && same.coverage == 1)
  }

  @Test func collapsedAndScatteredSamplesAreToldApart() {
    let real = Self.gaussian(300, 2, seed: 12)
    let collapsed = ManifoldScores(
      real: real, generated: Self.gaussian(300, 2, deviation: 0.05, seed: 13), features: 2)
    #expect(collapsed.precision > 0.95 && collapsed.recall < 0.1 && collapsed.coverage < 0.2)
    let scattered = ManifoldScores(
      real: real, generated: Self.gaussian(300, 2, deviation: 6, seed: 14), features: 2)
    #expect(scattered.precision < 0.4 && scattered.recall > 0.6)
  }

  // MARK: Memorisation

  // ACCEPTANCE 27
  @Test func copiesScoreNothingAndUnseenDigitsOne() {
    let (train, test) = Digits.all.split(600, seed: 1)
    let copies = memorizationScore(train.rows(Array(0..<50)), training: train.inputs, features: 64)
    #expect(copies == 0)
    let unseen = memorizationScore(test.rows(Array(0..<600)), training: train.inputs, features: 64)
    #expect(abs(unseen - 1) < 0.1)
  }

  @Test func plausibleSharesOfRealAndBlended() {
    let (train, test) = Digits.all.split(600, seed: 3)
    let real = plausibleShare(test.rows(Array(0..<300)), real: train.inputs, features: 64)
    #expect(abs(real - 0.95) < 0.05)
    let noise = Self.gaussian(50, 64, mean: 0.5, seed: 15)
    #expect(plausibleShare(noise, real: train.inputs, features: 64) == 0)
    #expect(nearestExamples(train.rows([17]), in: train.inputs, features: 64)[0] == (17, 0))
  }

  // MARK: All at once

  @Test func scorerSaysWhatItsPartsSay() {
    let (train, test) = Digits.all.split(400, seed: 1)
    let score = SampleScorer(train.inputs, features: 64, components: 8)
    let copies = score(train.inputs)
    #expect(copies.frechet < 1e-4 && copies.precision == 1 && copies.recall == 1 && copies.coverage == 1)
    #expect(copies.nearness == 0)

    let unseen = test.rows(Array(0..<300))
    let components = PrincipalComponents(train.inputs, features: 64, count: 8)
    let (real, drawn) = (components.encode(train.inputs), components.encode(unseen))
    let parts = ManifoldScores(real: real, generated: drawn, features: 8)
    let scores = score(unseen)
    #expect(scores.frechet == frechetDistance(drawn, real, features: 8))
    #expect(scores.precision == parts.precision && scores.recall == parts.recall)
    #expect(scores.coverage == parts.coverage && scores.coverage < 1)
    #expect(scores.nearness == memorizationScore(unseen, training: train.inputs, features: 64))
  }
}
