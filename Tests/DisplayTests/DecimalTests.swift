import Display
import Testing

@Suite struct DecimalTests {
  @Test(arguments: [
    (0.6, 2, "0.60"), (0.005, 2, "0.01"), (0.0049, 2, "0.00"), (-0.001, 2, "0.00"), (-1.5, 1, "−1.5"),
    (12.345, 0, "12"), (0.999, 2, "1.00"), (123.0456, 3, "123.046"),
    (123_456_789.5, 2, "123456789.50"), (2.5, 12, "2.500000000"),
  ])
  func numberHasItsDecimals(value: Double, places: Int, text: String) {
    #expect(decimal(value, places) == text)
  }

  @Test func whatIsNoOrdinaryNumberIsSaid() {
    #expect(decimal(Double.nan) == "not a number")
    #expect(decimal(-Double.infinity) == "−∞")
    #expect(decimal(Float(0.25)) == "0.25")
    #expect(decimal(-1.5e9) == "-1.5e+09")
  }
}
