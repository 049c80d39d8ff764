import Foundation
import Numerics
import Testing

@testable import Generative

@Suite struct PrincipalComponentsTests {
  @Test func allComponentsLoseNothing() {
    let inputs = Digits.all.rows(Array(0..<200))
    let all = PrincipalComponents(inputs, features: 64, count: 64)
    #expect(all.reconstructionError(inputs) < 1e-12)
    let codes = PrincipalComponents(inputs, features: 64, count: 5).encode(inputs)
    // Codes are uncorrelated, and their variances are the eigenvalues.
    let moments = Moments(codes, features: 5)
    for i in 0..<5 {
      #expect(abs(moments.mean[i]) < 1e-6)
      #expect(abs(moments.covariance[i, i] / all.variances[i] - 1) < 1e-5)
      for j in 0..<i { #expect(abs(moments.covariance[i, j]) < 1e-6) }
    }
  }

  // ACCEPTANCE 1, the side of PCA: .05391 and .02452 were seen on another split.
  @Test(arguments: [(2, 0.05391), (8, 0.02452)])
  func digitsLoseWhatTheyShould(count: Int, seen: Double) {
    let (train, test) = Digits.all.split(1500, seed: 1)
    let error = PrincipalComponents(train.inputs, features: 64, count: count).reconstructionError(test.inputs)
    #expect(abs(error / seen - 1) < 0.03, "\(error)")
  }

  /// The same density by the covariance matrix that the formula avoids.
  @Test func likelihoodIsThatOfTheGaussian() throws {
    var generator = RandomGenerator(seed: 5)
    let inputs = generator.normals(600).enumerated().map { Float($0 % 6) * $1 }
    let model = PrincipalComponents(inputs, features: 6, count: 2)
    let moments = Moments(inputs, features: 6)
    let noise = model.variances[2...].reduce(0, +) / 4
    var covariance = Matrix(zeros: 6, 6)
    covariance.addToDiagonal(noise)
    for component in 0..<2 {
      for i in 0..<6 {
        for j in 0..<6 {
          covariance[i, j] +=
            (model.variances[component] - noise) * model.components[component, i] * model.components[component, j]
        }
      }
    }
    let factor = try #require(covariance.cholesky())
    var sum = 0.0
    for row in 0..<100 {
      let difference = (0..<6).map { Double(inputs[row * 6 + $0]) - moments.mean[$0] }
      let squares = factor.solvedLower(difference).reduce(0) { $0 + $1 * $1 }
      sum += -0.5 * (6 * Foundation.log(2 * .pi) + 2 * factor.lowerLogDeterminant + squares)
    }
    #expect(abs(model.meanLogLikelihood(inputs) - sum / 100) < 1e-6)
  }
}
