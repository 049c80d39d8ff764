import Foundation
import Testing

@testable import Generative

@Suite struct DoubleElementaryTests {
  @Test func exponentialAgreesWithThePlatform() {
    var worst = 0.0
    for step in -70_000...70_000 {
      let x = Double(step) * 0.01 + 0.003
      let expected = Foundation.exp(x)
      worst = max(worst, abs(Generative.exp(x) / expected - 1))
    }
    #expect(worst < 5e-16)
    #expect(Generative.exp(0) == 1)
    #expect(Generative.exp(-745) == Foundation.exp(-745.0))
    #expect(Generative.exp(-746) == 0)
    #expect(Generative.exp(709.7) / Foundation.exp(709.7) - 1 < 5e-16)
    #expect(Generative.exp(710) == .infinity)
    #expect(Generative.exp(-.infinity) == 0)
    #expect(Generative.exp(.nan).isNaN)
  }

  @Test func logarithmAgreesWithThePlatform() {
    var worst = 0.0
    for step in 1...140_000 {
      for x in [Double(step) * 1e-4, 1 + Double(step - 70_000) * 1e-6, Foundation.exp(Double(step - 70_000) * 0.01)] {
        let expected = Foundation.log(x)
        if expected != 0 { worst = max(worst, abs(Generative.log(x) / expected - 1)) }
      }
    }
    #expect(worst < 5e-16)
    #expect(Generative.log(1) == 0)
    #expect(Generative.log(0) == -.infinity)
    #expect(Generative.log(-1).isNaN)
    #expect(Generative.log(.infinity) == .infinity)
    #expect(Generative.log(.leastNonzeroMagnitude) == Foundation.log(Double.leastNonzeroMagnitude))
  }

  @Test func logSumExpDoesNotOverflow() {
    #expect(logSumExp([1000, 1000]) == 1000 + Generative.log(2))
    #expect(logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(logSumExp([]) == -.infinity)
    #expect(abs(logSumExp([0, Generative.log(3)]) - Generative.log(4)) < 1e-15)
  }
}
