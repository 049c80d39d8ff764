import Foundation
import JSONLines
import TestSupport
import Testing

/// Compares with the C library's own reader, which rounds correctly.
@Suite struct DecimalTests {
  func isSame(_ text: String) -> Bool {
    let double = Double(text).flatMap { $0.isFinite ? $0 : nil }, float = Float(text).flatMap { $0.isFinite ? $0 : nil }
    return Double(decimal: Array(text.utf8)[...])?.bitPattern == double?.bitPattern
      && Float(decimal: Array(text.utf8)[...])?.bitPattern == float?.bitPattern
  }

  @Test func everyFloatAsItIsWritten() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<30_000 {
      let value = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
      guard value.isFinite else { continue }
      #expect(Float(decimal: Array("\(value)".utf8)[...])?.bitPattern == value.bitPattern, "\(value)")
    }
  }

  @Test func everyDoubleAsItIsWritten() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(Double(decimal: Array("\(value)".utf8)[...])?.bitPattern == value.bitPattern, "\(value)")
    }
  }

  @Test func anyDigits() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      var text = random.next() & 1 == 0 ? "-" : ""
      for _ in 0...random.next() % 24 { text += "\(random.next() % 10)" }
      if random.next() & 1 == 0 { text += "." }
      for _ in 0...random.next() % 12 { text += "\(random.next() % 10)" }
      if random.next() & 1 == 0 { text += "e\(Int(random.next() % 90) - 50)" }
      #expect(isSame(text), "\(text)")
    }
  }

  /// The middle between two neighbours, and a little to either side of it.
  @Test func middles() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<2_000 {
      let low = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()) & 0x7FFF_FFFF)
      guard low.isFinite, low.nextUp.isFinite else { continue }
      // Exact, for a Double has a bit more than twice the digits.
      let middle = String(format: "%.160f", (Double(low) + Double(low.nextUp)) / 2)
      #expect(isSame(middle), "\(low)")
      #expect(isSame(middle + "0000000000000000000000001"), "\(low)")
    }
  }

  @Test(arguments: [
    "0", "-0", "0.0", "1", "-1.5", "3.25", "1e22", "1e23", "9007199254740993", "9007199254740992.9", "8.5e-1",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "1e309",
    "1e-400", "1e999999999999", "1e-999999999999", "0e999999999999", "3.4028235e38", "3.4028236e38", "1.1754942e-38",
    "1.4e-45", "7e-46", "7.1e-46", "16777217", "16777217.0000001", "100000000000000000000000000000",
    "0.000000000000000000000000000000000000000000000000000000000000000000000000001",
  ]) func edges(text: String) { #expect(isSame(text)) }

  @Test func manyDigits() {
    #expect(isSame("0." + String(repeating: "3", count: 5_000)))
    #expect(isSame(String(repeating: "9", count: 300) + "." + String(repeating: "9", count: 3_000)))
    #expect(isSame("9007199254740993" + "." + String(repeating: "0", count: 2_000) + "1"))
    #expect(Double(decimal: Array(String(repeating: "9", count: 400).utf8)[...]) == nil)
  }

  @Test(arguments: ["", "-", ".", "e5", "1e", "1e+", "1.2.3", " 1", "1 ", "0x10", "inf", "nan", "1_000", "−1", "١"])
  func otherTexts(text: String) {
    #expect(Double(decimal: Array(text.utf8)[...]) == nil)
    #expect(Float(decimal: Array(text.utf8)[...]) == nil)
  }
}
