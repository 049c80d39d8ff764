import Testing

@testable import Practice

@Suite struct QuantityReadingTests {
  @Test(
    arguments: [
      ("0.5", [0.5], ""), ("0,5 nats", [0.5], "nats"), ("-3", [-3], ""), ("−3 m", [-3], "m"), (" 1e3 ", [1000], ""),
      ("2 %", [2], "%"), ("1E-2 bits", [0.01], "bits"), ("+7", [7], ""), ("18.4nats", [18.4], "nats"),
      ("3 events", [3], "events"), ("3events", [3], "events"), (".5", [0.5], ""), ("3eV", [3], "eV"),
      ("2e3eV", [2000], "eV"), ("5,", [5], ""), ("０．５", [0.5], ""),
      // Fractions.
      ("1/2", [0.5], ""), ("3 / 4 bits", [0.75], "bits"), ("−1⁄8", [-0.125], ""), ("½", [0.5], ""),
      ("¾ nats", [0.75], "nats"),
      // Thousands.
      ("49,152 numbers", [49.152, 49_152], "numbers"), ("49 152", [49_152], ""), ("49\u{2009}152", [49_152], ""),
      ("49’152.5 bits", [49_152.5], "bits"), ("1,234,567", [1_234_567], ""),
      ("1 234 567 passes", [1_234_567], "passes"),
      ("-5,000", [-5, -5_000], ""), ("0,505", [0.505], ""), ("49,15", [49.15], ""),
      // Powers of ten.
      ("4.2*10^-3", [0.0042], ""), ("4.2 · 10⁻³", [0.0042], ""), ("4,2 × 10^3 nats", [4200], "nats"),
      ("10⁻³", [0.001], ""), ("10^6 passes", [1_000_000], "passes"), ("10", [10], ""),
    ] as [(String, [Double], String)]) func quantities(text: String, values: [Double], unit: String) throws
  {
    let read = try #require(QuantityReading(text))
    #expect(read.values == values)
    #expect(read.unit == unit)
  }

  @Test(
    arguments: [
      "", "half", "nats", "1.2.3", "1,2,3", "1 2", "--1", "1e999", "e5", "12 34", "1,234 567", "1234,567,890",
      "0x10", "0X1p4", "0b11", "-0o17", "1_000", "nan", "inf", "٣", "1e400",
    ]) func whatIsNoQuantity(text: String)
  {
    #expect(QuantityReading(text) == nil)
  }

  @Test(
    arguments: [
      ("9.1 bit", "bits", .right), ("9.1 bits", "bit", .right), ("5 pass", "passes", .right),
      ("3 entry", "entries", .right),
      ("9 bit a letter", "bits a letter", .right), ("9 nats", "bits", .wrong), ("9 m", "ms", .wrong),
      ("9", "bits", .missing),
      ("9", "", .right), ("9 hats", "", .wrong), ("9 %", "", .right), ("9 %", "bits", .wrong),
    ] as [(String, String, NumberScore.Unit)]) func units(text: String, asked: String, fit: NumberScore.Unit) throws
  {
    #expect(try #require(QuantityReading(text)).fit(asked) == fit)
  }

  /// Of two readings the right one counts.
  @Test(
    arguments: [
      ("49,152 numbers", 49_152, "numbers", 1), ("49,152 numbers", 49.152, "numbers", 1),
      ("49,153 numbers", 49_152, "numbers", 0),
      ("5,000 passes", 5_000, "passes", 1), ("72%", 0.72, "", 1), ("72 %", 72, "", 1), ("0.72", 0.72, "", 1),
      ("71%", 0.72, "", 0),
      ("9.1 bit", 9.1, "bits", 1), ("9.1 nats", 9.1, "bits", 0),
    ] as [(String, Double, String, Double)]) func marks(text: String, value: Double, unit: String, mark: Double) throws
  {
    let quantity = Quantity(value: value, tolerance: 0, unit: unit)
    #expect(try #require(QuantityReading(text)).score(quantity).score.mark == mark)
  }
}
