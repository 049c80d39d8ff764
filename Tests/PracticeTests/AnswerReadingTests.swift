import Testing

@testable import Practice

@Suite struct AnswerReadingTests {
  @Test(
    arguments: [
      ("1", .index(0)), ("2", .index(1)), (" 3 ", .index(2)), ("j", .index(0)), ("JUDGE", .index(0)),
      ("Maker", .index(1)), ("makers", .index(2)),
      ("maker", .index(1)), ("", .blank), ("  \t", .blank), ("0", .unknown), ("4", .unknown), ("-1", .unknown),
      ("mak", .unknown), ("m", .unknown), ("x", .unknown), ("judges", .unknown), ("1 2", .unknown),
      ("99999999999999999999", .unknown),
    ] as [(String, AnswerReading.Choice)]) func choices(text: String, expected: AnswerReading.Choice)
  {
    #expect(AnswerReading.choice(text, of: ["Judge", "Maker", "Makers too"]) == expected)
  }

  @Test(
    arguments: [
      ("3 1 2", [2, 0, 1]), ("3,1,2", [2, 0, 1]), (" 1 ,\t2 ", [0, 1]), ("", []), ("  ", []), ("2", [1]), ("1 1", nil),
      ("4", nil), ("0", nil), ("-1", nil), ("a", nil), ("1.5", nil), ("1;2", nil),
    ] as [(String, [Int]?)]) func numbers(text: String, expected: [Int]?)
  {
    #expect(AnswerReading.numbers(text, upTo: 3) == expected)
  }

  @Test(
    arguments: [
      ("0.5", 0.5, ""), ("0,5 nats", 0.5, "nats"), ("-3", -3, ""), ("−3 m", -3, "m"), (" 1e3 ", 1000, ""),
      ("2 %", 2, "%"),
      ("1E-2 bits", 0.01, "bits"), ("+7", 7, ""), ("18.4nats", 18.4, "nats"), ("3 events", 3, "events"),
      ("3events", 3, "events"),
      (".5", 0.5, ""), ("3eV", 3, "eV"), ("2e3eV", 2000, "eV"), ("5,", 5, ""),
    ] as [(String, Double, String)]) func quantities(text: String, value: Double, unit: String) throws
  {
    let read = try #require(AnswerReading.quantity(text))
    #expect(read.value == value)
    #expect(read.unit == unit)
  }

  @Test(arguments: ["", "half", "nats", "1.2.3", "1,2,3", "1 2", "--1", "1e999", "e5", "½"]) func whatIsNoQuantity(
    text: String
  ) {
    #expect(AnswerReading.quantity(text) == nil)
  }
}
