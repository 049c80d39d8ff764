import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct FigureTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.97643, "0.9764"), (12.5, "12.5"), (1797, "1797"),
      (-18.4, "-18.4"),
      (0.1, "0.1"), (0.0001, "0.0001"), (0.00012345, "0.0001234"), (0.00009, "9e-05"), (100_000, "100000"),
      (9_999_999, "9999999"), (12_345_678, "1.23e+07"), (2.30258, "2.303"), (9999.6, "10000"), (0.99996, "1"),
      (31.25, "31.25"), (31.256, "31.26"), (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "not a number"),
    ] as [(Float, String)]) func text(value: Float, expected: String)
  {
    #expect(Figure.text(value) == expected)
  }

  /// As the C library writes them, whatever their size.
  @Test func anyFigure() {
    func expected(_ value: Float) -> String {
      let magnitude = abs(Double(value))
      if magnitude == 0 { return "0" }
      if magnitude < 1e-4 || magnitude >= 1e7 { return String(format: "%.3g", Double(value)) }
      var text = String(format: "%.\(max(0, 3 - Int(log10(magnitude).rounded(.down))))f", Double(value))
      guard text.contains(".") else { return text }
      while text.hasSuffix("0") { text.removeLast() }
      return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
    var random = SeededGenerator(seed: 2)
    for _ in 0..<50_000 {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      if value.isFinite { #expect(Figure.text(value) == expected(value), "\(value.bitPattern)") }
      // Figures that people look at, and those on the edge to another last digit.
      let figure = Float(Int.random(in: -9_999_999...9_999_999, using: &random))
      let power = Float(sign: .plus, exponent: .random(in: -30...10, using: &random), significand: 1)
      #expect(Figure.text(figure * power) == expected(figure * power), "\(figure * power)")
      let edge = Float("\(Int.random(in: 1...9999, using: &random))5e\(Int.random(in: -40...33, using: &random))") ?? 0
      for value in [edge.nextDown, edge, edge.nextUp] { #expect(Figure.text(value) == expected(value), "\(value)") }
    }
  }

  @Test(
    arguments: [
      (0, 1, 4, [0, 0.5, 1]), (0, 2.3, 4, [0, 1, 2]), (0, 100, 4, [0, 50, 100]), (-1, 1, 4, [-1, -0.5, 0, 0.5, 1]),
      (1, 3000, 6, [500, 1000, 1500, 2000, 2500, 3000]),
      (0.3, 0.9, 3, [0.4, 0.6, 0.8]), (5, 5, 4, [5]), (.nan, 1, 4, []), (0, .infinity, 4, [0]), (2, 1, 4, [2]),
      (0, 1, 0, [0]),
    ] as [(Float, Float, Int, [Float])]) func ticks(low: Float, high: Float, count: Int, expected: [Float])
  {
    #expect(Figure.ticks(from: low, to: high, count: count) == expected)
  }

  /// Any range gets a handful of ticks, all of them inside it.
  @Test func ticksOfAnyRange() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let ends = [0, 1].map { _ in
        Float.random(in: -1...1, using: &random)
          * Float(sign: .plus, exponent: .random(in: -40...120, using: &random), significand: 1)
      }
      let low = ends.min() ?? 0, high = ends.max() ?? 1
      let ticks = Figure.ticks(from: low, to: high, count: 5)
      #expect((1...7).contains(ticks.count), "\(low) to \(high): \(ticks)")
      let slack = (high - low) * 1e-5 + max(abs(low), abs(high)) * 1e-6
      #expect(ticks.allSatisfy { $0 >= low - slack && $0 <= high + slack }, "\(low) to \(high): \(ticks)")
    }
  }
}
