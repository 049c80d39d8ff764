import Foundation
import Numerics
import Testing

/// Against the platform's functions in Double: the worst error over many arguments.
@Suite struct ElementaryFunctionsTests {
  @Test func exponentialIsRelativelyExact() {
    #expect(worst(-87, 88, relative: Numerics.exp, Foundation.exp) < 1.5e-7)
    #expect(Numerics.exp(Float(0)) == 1)
    #expect(Numerics.exp(-Float.infinity) == 0)
    #expect(Numerics.exp(Float.infinity) == .infinity)
    #expect(Numerics.exp(Float(89)) == .infinity)
    #expect(Numerics.exp(Float(-104)) == 0)
    #expect(Numerics.exp(Float(-100)) > 0)
    #expect(Numerics.exp(Float.nan).isNaN)
  }

  @Test func logarithmIsRelativelyExact() {
    #expect(worst(0.001, 0.7, relative: Numerics.log, Foundation.log) < 1.5e-7)
    #expect(worst(1.5, 1e6, relative: Numerics.log, Foundation.log) < 1.5e-7)
    #expect(worst(0.7, 1.5, absolute: Numerics.log, Foundation.log) < 6e-8)
    #expect(Numerics.log(Float(1)) == 0)
    #expect(Numerics.log(Float(0)) == -.infinity)
    #expect(Numerics.log(Float.infinity) == .infinity)
    #expect(Numerics.log(Float(-1)).isNaN)
    #expect(abs(Numerics.log(Float(bitPattern: 714)) + 96.7079) < 0.001)
  }

  @Test func softplusKeepsSmallNumbers() {
    for exponent in 1..<40 {
      let x = -Float(exponent) * 2
      let exact = Foundation.log1p(Foundation.exp(Double(x)))
      let (softplus, sigmoid) = softplusAndSigmoid(Lanes(repeating: x))
      #expect(abs(Double(softplus[0]) - exact) <= 5e-7 * exact)
      #expect(abs(Double(sigmoid[0]) - 1 / (1 + Foundation.exp(-Double(x)))) <= 5e-7 * exact)
    }
    #expect(softplus(Lanes(repeating: .nan))[3].isNaN)
    #expect(softplus(Lanes(repeating: 1e30))[3] == 1e30)
  }

  @Test func hyperbolicTangentAndLogisticFunction() {
    #expect(worst(-20, 20, relative: Numerics.tanh, Foundation.tanh) < 3e-7)
    #expect(Numerics.tanh(Float(-200)) == -1 && Numerics.tanh(Float(200)) == 1 && Numerics.tanh(Float(0)) == 0)
    #expect(worst(-80, 30, relative: { sigmoid($0) }, { 1 / (1 + Foundation.exp(-$0)) }) < 4e-7)
    #expect(
      worst(-80, 30, relative: { softplus(Lanes(repeating: $0))[0] }, { Foundation.log1p(Foundation.exp($0)) }) < 5e-7)
  }

  @Test func sineAndCosineAreExactInAbsoluteTerms() {
    #expect(worst(-10, 10, absolute: Numerics.sin, Foundation.sin) < 1.2e-7)
    #expect(worst(-10, 10, absolute: Numerics.cos, Foundation.cos) < 1.2e-7)
    #expect(worst(-8_192, 8_192, absolute: Numerics.sin, Foundation.sin) < 5e-7)
    #expect(worst(-8_192, 8_192, absolute: Numerics.cos, Foundation.cos) < 5e-7)
    #expect(Numerics.sin(0) == 0 && Numerics.cos(0) == 1)
  }

  /// Over the whole range, each power of two with arguments of its own; and at its ends.
  @Test func largeAnglesAreAsExact() {
    for exponent in 13...127 {
      let low = Foundation.scalbn(Float(1), exponent)
      #expect(worst(low, 1.999 * low, absolute: Numerics.sin, Foundation.sin) < 1.2e-7, "2^\(exponent)")
      #expect(worst(-1.999 * low, -low, absolute: Numerics.cos, Foundation.cos) < 1.2e-7, "2^\(exponent)")
    }
    for x in [8_192, Float(8_192).nextUp, 100_000, 1e10, 3e7, .greatestFiniteMagnitude] as [Float] {
      #expect(abs(Double(Numerics.sin(x)) - Foundation.sin(Double(x))) < 5e-7, "\(x)")
      #expect(Numerics.sin(-x) == -Numerics.sin(x) && Numerics.cos(-x) == Numerics.cos(x), "\(x)")
    }
    for x in [Float.infinity, -.infinity, .nan] { #expect(Numerics.sin(x).isNaN && Numerics.cos(x).isNaN) }
    // One large lane leaves the others as they are.
    var lanes = Lanes(repeating: 1.5)
    (lanes[7], lanes[8]) = (1e10, .nan)
    let (sine, cosine) = sineAndCosine(lanes)
    #expect(sine[3] == Numerics.sin(1.5) && cosine[15] == Numerics.cos(1.5) && sine[7] == Numerics.sin(1e10))
  }

  private func worst(
    _ low: Float, _ high: Float, relative function: (Float) -> Float, _ exact: (Double) -> Double
  ) -> Double {
    arguments(low, high).reduce(0) { max($0, abs(Double(function($1)) / exact(Double($1)) - 1)) }
  }

  private func worst(
    _ low: Float, _ high: Float, absolute function: (Float) -> Float, _ exact: (Double) -> Double
  ) -> Double {
    arguments(low, high).reduce(0) { max($0, abs(Double(function($1)) - exact(Double($1)))) }
  }

  private func arguments(_ low: Float, _ high: Float) -> [Float] {
    (0..<20_000).map { low + (high - low) * Float($0) / 20_000 }.filter { $0 != 0 }
  }
}
