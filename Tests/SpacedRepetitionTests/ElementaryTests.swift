import Foundation
import Testing

@testable import SpacedRepetition

@Suite struct ElementaryTests {
  /// A grid that no power of two divides evenly.
  func grid(_ low: Double, _ high: Double, count: Int = 20_001) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  func relativeError(_ value: Double, _ reference: Double) -> Double {
    value == reference ? 0 : abs(value - reference) / abs(reference)
  }

  @Test func exponentialAgreesWithThePlatform() {
    let worst = (grid(-700, 700) + grid(-1, 1)).map { relativeError(Elementary.exp($0), exp($0)) }.max()
    #expect(worst! < 1e-15)
  }

  @Test func exponentialAtItsEnds() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-746) == 0)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(709.7).isFinite)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(relativeError(Elementary.exp(-740), exp(-740)) < 0.01)  // subnormal: few bits are left
  }

  @Test func logarithmAgreesWithThePlatform() {
    let inputs = grid(0.001, 3) + grid(0.9, 1.1) + grid(1, 1e9) + grid(-300, 300).map { Foundation.pow(10, $0) }
    let worst = inputs.map { relativeError(Elementary.log($0), log($0)) }.max()
    #expect(worst! < 1e-15)
  }

  @Test func logarithmAtItsEnds() {
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(relativeError(Elementary.log(.leastNonzeroMagnitude), log(.leastNonzeroMagnitude)) < 1e-15)
  }

  @Test func powerAgreesWithThePlatform() {
    var worst = 0.0
    for x in grid(0.001, 2, count: 301) + grid(2, 40_000, count: 301) {
      for y in grid(-3.7, 3.7, count: 75) {
        worst = max(worst, relativeError(Elementary.pow(x, y), Foundation.pow(x, y)))
      }
    }
    #expect(worst < 1e-14)
  }

  @Test func powerAtItsEnds() {
    #expect(Elementary.pow(7, 0) == 1)
    #expect(Elementary.pow(1, 12.5) == 1)
    #expect(Elementary.pow(0, 2) == 0)
    #expect(Elementary.pow(0, -2) == .infinity)
  }
}
