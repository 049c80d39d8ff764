import Foundation
import Testing

@testable import Practice

@Suite struct DecimalReadingTests {
  func expectSame(_ text: String) {
    let ours = DecimalReading.number(text), theirs = Double(text)
    #expect(ours?.bitPattern == theirs?.bitPattern, "\(text)")
  }

  @Test(arguments: [
    "0", "-0", "0.1", "1", "123456789012345678", "0.3", "1e22", "1e23", "9007199254740993", "9007199254740992.5",
    "9007199254740993.0000000000000000000000000000000000001", "2.2250738585072011e-308", "2.2250738585072014e-308",
    "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e-400", "1.7976931348623157e308",
    "1.7976931348623159e308", "8.41e21", "5e-324", "7.1e-320", "0.000000000000000000000000000000000000001",
    "100000000000000000000000000000000000000000", "1e-10000", "0e10000", ".5", "+2.5E+3",
  ]) func knownHardOnes(text: String) { expectSame(text) }

  @Test func infinityIsOutOfReach() {
    #expect(DecimalReading.number("1e400") == .infinity)
    #expect(DecimalReading.number("-1e99999999999999999999") == -.infinity)
  }

  @Test(arguments: ["", "-", ".", "e5", "1e", "1e+", "1.2.3", " 1", "1 ", "0x10", "inf", "nan", "1_000", "١"])
  func whatIsNoNumber(text: String) { #expect(DecimalReading.number(text) == nil) }

  /// Every double is read back from its own digits, and every text is read as the C library reads it.
  @Test func doublesAreReadBack() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(DecimalReading.number("\(value)")?.bitPattern == value.bitPattern, "\(value)")
      let share = Double.random(in: 0...1, using: &random)
      #expect(DecimalReading.number("\(share)") == share)
      expectSame(String(format: "%.25e", value))
    }
  }

  /// Exactly between two doubles the even one is taken, and a digit behind it decides.
  @Test func halfwayIsEven() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let value = Double.random(in: 1...2, using: &random)
      let middle = String(format: "%.60f", value)
      expectSame(middle)
      let whole = UInt64.random(in: 1 << 53...1 << 54, using: &random) | 1
      expectSame("\(whole)")
      expectSame("\(whole).0000000000000000000000000000001")
      expectSame("\(whole - 1).99999999999999999999999999999999")
    }
  }
}
