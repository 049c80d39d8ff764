import Testing

@testable import Course

/// Only decimal notation is a number, wherever a course or a learner writes one.
@Suite struct DecimalNumberTests {
  /// What Swift reads and people do not write.
  static let others = [
    "0x10", "-0x10", "0X1p4", "0x1p-1", "0b11", "0o17", "1_000", "inf", "-inf", "infinity", "nan", "NaN", "1e400",
    "-1e400", "٣", "３", "½", "१", "", "-", ".", "e5", "1e", "1.2.3", "--1", " 1", "1 ", "1\u{301}",
  ]

  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("-12", -12), ("−12.5", -12.5), ("+3", 3), ("0.5", 0.5), (".5", 0.5), ("5.", 5),
      ("1e3", 1_000), ("1E-3", 0.001), ("2.5e+2", 250), ("1e−2", 0.01), ("1e-400", 0), ("007", 7),
    ] as [(String, Double)]) func numbers(text: String, value: Double)
  {
    #expect(Double(decimal: text) == value)
    #expect(Float(decimal: text) == Float(value))
  }

  @Test(arguments: others) func whatIsNone(text: String) {
    #expect(Double(decimal: text) == nil)
    #expect(Float(decimal: text) == nil)
  }

  /// The same bits as Swift reads, without a detour.
  @Test func singlePrecisionIsReadAsSuch() {
    #expect(Float(decimal: "1.00000017881393432617187499") == Float("1.00000017881393432617187499"))
    #expect(Float(decimal: "1e39") == nil)
  }

  @Test func theRestIsTheUnit() throws {
    let number = try #require(DecimalNumber("18.4eV and more"))
    #expect(number.value == 18.4)
    #expect(number.rest == "eV and more")
  }

  private func problems(_ exercise: String) -> [Problem.Kind] {
    CourseReader.exercises(in: exercise + "\n").problems.map(\.kind)
  }

  @Test(
    arguments: others.filter { !$0.isEmpty && !$0.contains(" ") && $0 != "1e" } + [
      "0x10 ± 1", "16 ± 0x1", "1,5", "1,5 ± 0.1", "5 000", "10^3", "2 · 10³", "1 ± 2 ± 3", "1 ± -1", "1_000 passes",
    ]) func answersOfExercises(text: String)
  {
    #expect(problems("## Number: a {#x}\n\nanswer: `\(text)`") == [.faultyAnswer(text)])
  }

  @Test(arguments: ["1 b", "0 x", "3eV", "10%", "10 %", "0.5 ± 0.01 nats", "−2 ± 1e-3", "5x", "3 ½-inch disks"])
  func unitsOfAnswers(text: String) {
    let kinds = problems("## Number: a {#x}\n\nanswer: `\(text)`")
    #expect(kinds == (text.contains("½") ? [.faultyAnswer(text)] : []))
  }

  private let cell = "```swift\n//| id: c\nlet r = parameter(\"rate\", 1, in: 0...9)\nmetric(\"loss\", r)\n```\n\n"

  @Test(arguments: ["0x1", "0x1 %", "nan", "inf", "1e400", "٣"]) func tolerancesAndRanges(text: String) {
    #expect(
      problems("## Predict: a {#x}\n\n\(cell)answer: `loss ± \(text)` of [it](cell:c)") == [
        .noTolerance("loss ± \(text)")
      ])
    let options = "\n\n- `< \(text)`\n- `≥ 1`\n- `2 … 3`"
    #expect(
      problems("## Predict: a {#x}\n\n\(cell)answer: `loss` of [it](cell:c)\(options)") == [.faultyRange("< \(text)")])
  }

  @Test(arguments: ["rate=0x1", "rate=nan", "rate=inf", "rate=1e60", "seed=0x1", "seed=-1"]) func settings(text: String)
  {
    #expect(
      problems("## Predict: a {#x}\n\n\(cell)answer: `loss ± 1` of [it](cell:c) with `\(text)`") == [
        .faultySetting(text)
      ])
  }

  @Test(arguments: ["0x10", "0o17", "0b1", "1_000", "1:30", "1e3", "inf", "٣", "0", "-1", "99999999999999999999"])
  func minutesOfLessons(text: String) throws {
    let lesson = Fixture.lesson(id: "a").replacing("reading: 1", with: "reading: \(text)")
    let course = try Fixture.read(Fixture.files(["Lessons/a.md": lesson]))
    #expect(course.problems.map(\.text) == ["Lessons/a.md:7:10: `reading` cannot be `\(text)`"])
  }

  @Test(arguments: ["0x10", "1e3", "٣", "nan"]) func optionsOfCells(text: String) throws {
    for name in ["seconds", "seed"] {
      let lesson = Fixture.lesson(id: "a", "```swift\n//| id: x\n//| \(name): \(text)\nlet x = 1\n```\n")
      let course = try Fixture.read(Fixture.files(["Lessons/a.md": lesson]))
      #expect(course.problems.map(\.kind) == [.cellOptionIsNoNumber(name, value: text)])
    }
  }
}
