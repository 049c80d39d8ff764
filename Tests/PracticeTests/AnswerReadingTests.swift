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

  @Test(arguments: [
    ("Prior.", true), ("prior", true), (" PRIOR ,", true), ("prior!", false), ("posterior", false), (".", false),
  ]) func aFullStopBehindWordsDoesNotMatter(text: String, expected: Bool) {
    #expect(AnswerReading.fills(text, ["prior"]) == expected)
  }
}
