import Foundation
import Testing

@testable import Numerics

@Suite struct DoubleElementaryTests {
  /// A grid that no power of two divides evenly.
  func grid(_ low: Double, _ high: Double, count: Int = 20_001) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  func relativeError(_ value: Double, _ reference: Double) -> Double {
    value == reference ? 0 : abs(value - reference) / abs(reference)
  }

  @Test func exponentialAgreesWithThePlatform() {
    var worst = 0.0
    for step in -70_000...70_000 {
      let x = Double(step) * 0.01 + 0.003
      let expected = Foundation.exp(x)
      worst = max(worst, abs(Numerics.exp(x) / expected - 1))
    }
    #expect(worst < 5e-16)
    #expect(Numerics.exp(Double(0)) == 1)
    #expect(Numerics.exp(Double(-745)) == Foundation.exp(-745.0))
    #expect(Numerics.exp(Double(-746)) == 0)
    #expect(Numerics.exp(Double(709.7)) / Foundation.exp(709.7) - 1 < 5e-16)
    #expect(Numerics.exp(Double(710)) == .infinity)
    #expect(Numerics.exp(-Double.infinity) == 0)
    #expect(Numerics.exp(Double.nan).isNaN)
  }

  @Test func logarithmAgreesWithThePlatform() {
    var worst = 0.0
    for step in 1...140_000 {
      for x in [Double(step) * 1e-4, 1 + Double(step - 70_000) * 1e-6, Foundation.exp(Double(step - 70_000) * 0.01)] {
        let expected = Foundation.log(x)
        if expected != 0 { worst = max(worst, abs(Numerics.log(x) / expected - 1)) }
      }
    }
    #expect(worst < 5e-16)
    #expect(Numerics.log(Double(1)) == 0)
    #expect(Numerics.log(Double(0)) == -.infinity)
    #expect(Numerics.log(Double(-1)).isNaN)
    #expect(Numerics.log(Double.infinity) == .infinity)
    #expect(Numerics.log(Double.leastNonzeroMagnitude) == Foundation.log(Double.leastNonzeroMagnitude))
  }

  @Test func logSumExpDoesNotOverflow() {
    #expect(logSumExp([1000, 1000]) == 1000 + Numerics.log(Double(2)))
    #expect(logSumExp([-.infinity, -.infinity]) == -.infinity)
    #expect(logSumExp([]) == -.infinity)
    #expect(abs(logSumExp([0, Numerics.log(Double(3))]) - Numerics.log(Double(4))) < 1e-15)
  }

  @Test func powerAgreesWithThePlatform() {
    var worst = 0.0
    for x in grid(0.001, 2, count: 301) + grid(2, 40_000, count: 301) {
      for y in grid(-3.7, 3.7, count: 75) {
        worst = max(worst, relativeError(Numerics.pow(x, y), Foundation.pow(x, y)))
      }
    }
    #expect(worst < 1e-14)
  }

  @Test func powerAtItsEnds() {
    #expect(Numerics.pow(7, 0) == 1)
    #expect(Numerics.pow(1, 12.5) == 1)
    #expect(Numerics.pow(0, 2) == 0)
    #expect(Numerics.pow(0, -2) == .infinity)
  }
}
