import Markup
import Testing

@testable import Course

/// The kinds whose answers are words of a text, lines of a listing, or what a cell shows.
@Suite struct RunExerciseTests {
  let lesson = Fixture.sound.lessons[0]

  func exercise(_ id: String) throws -> Exercise { try #require(lesson.exercises.first { $0.id == id }) }

  @Test func cloze() throws {
    let exercise = try exercise("cloze-it")
    guard case .cloze(let cloze) = exercise.content, case .paragraph(let text)? = exercise.prompt.first?.kind else {
      Issue.record("no cloze")
      return
    }
    #expect(cloze.blanks.map(\.answer) == ["label", "input"])
    #expect(cloze.blanks.map(\.alternatives) == [["class", "y"], []])
    #expect(cloze.blanks.map(\.feedback.count) == [1, 0])
    #expect(
      text.plainText == "The bar is read “given”: a judge learns the probability of the (1) ____ given the (2) ____.")
    #expect(cloze.text.plainText.hasSuffix("of the label given the input."))
  }

  @Test func predictions() throws {
    guard case .predict(let number) = try exercise("predict-it").content,
      case .predict(let choice) = try exercise("predict-largest").content,
      case .choice(let options) = choice.answer, case .number(let tolerance) = number.answer
    else {
      Issue.record("no predictions")
      return
    }
    #expect(number.metric == "sum")
    #expect(number.run == CellRun(cell: "sum", settings: ["factor": 2]))
    #expect(tolerance == .share(0.1))
    #expect(abs(tolerance.width(around: -20) - 2) < 1e-12)
    #expect(number.feedback.plainText == "Twice ten.")
    #expect(choice.metric == "largest number")
    #expect(options.map(\.item.text.plainText) == ["Small: < 2", "In between: 2 … 4", "Large: > 4"])
    #expect(options.map { $0.range.contains(4) } == [false, true, false])
    #expect(options.map(\.item.feedback.count) == [0, 1, 0])
  }

  /// The code is part of the question, its options are not.
  @Test func aPredictionShowsItsCellAndADiagnosisDoesNot() throws {
    guard case .codeBlock(let code)? = try exercise("predict-it").prompt.last?.kind else {
      Issue.record("no code")
      return
    }
    #expect(code.literal.hasPrefix("let factor"))
    #expect(try exercise("diagnose-it").prompt.count == 1)
  }

  @Test func cellsOfExercisesRunBehindThoseTheyNeed() throws {
    let exercise = try exercise("predict-it")
    let run = try #require(exercise.runs.first)
    let cells = try #require(lesson.cells(for: run, of: exercise))
    #expect(cells.cell.id == "sum")
    #expect(cells.needed.map(\.id) == ["load"])
    #expect(cells.cell.file == "Exercises/01-first.md")
    #expect(cells.cell.number > lesson.cells.count)
    #expect(lesson.cells(for: CellRun(cell: "rising"), of: exercise) == nil)
    #expect(lesson.cells(for: CellRun(cell: "load"), of: exercise)?.needed == [])
  }

  @Test func diagnosis() throws {
    guard case .diagnose(let diagnosis) = try exercise("diagnose-it").content else {
      Issue.record("no diagnosis")
      return
    }
    #expect(diagnosis.shown.map(\.run) == [CellRun(cell: "rising")])
    #expect(diagnosis.shown.map(\.names) == [["loss"]])
    #expect(diagnosis.options.map(\.isRight) == [true, false])
  }

  @Test func listing() throws {
    guard case .parsons(let listing) = try exercise("parsons-it").content else {
      Issue.record("no listing")
      return
    }
    #expect(
      listing.lines.map(\.text) == ["var sum = 0", "for number in numbers {", "  sum += number", "}", "print(sum)"])
    #expect(listing.distractors.map(\.text) == ["  sum = number"])
    #expect(listing.offered.map(\.feedback.count) == [1, 0, 0, 0, 0, 1])
  }

  @Test(
    arguments: [
      ("< 0.9", [false, false, true]), ("<= 0.9", [false, true, true]), ("≤0.9", [false, true, true]),
      ("> 0.9", [true, false, false]), ("≥ 0.9", [true, true, false]), (">= 0.9", [true, true, false]),
      ("0.9 … 1", [true, true, false]), ("−1...0.9", [false, true, true]), ("0.9", [false, true, false]),
    ] as [(String, [Bool])]) func ranges(text: String, holds: [Bool]) throws
  {
    let range = try #require(ExerciseReader.range(text))
    #expect([Float(0.95), 0.9, 0.85].map(range.contains) == holds)
  }

  @Test(arguments: ["", "a", "1 … 0", "< 1 … 2", "0.9 ± 1", "≥", "1 2"]) func whatIsNoRange(text: String) {
    #expect(ExerciseReader.range(text) == nil)
  }

  @Test(
    arguments: [("0.02", .absolute(0.02)), ("10 %", .share(0.1)), ("5%", .share(0.05)), ("0", nil), ("x", nil)]
      as [(String, Exercise.Tolerance?)]) func tolerances(text: String, expected: Exercise.Tolerance?)
  {
    #expect(ExerciseReader(file: "a.md").tolerance(text) == expected)
  }

  /// Links and names are followed in the new kinds, too.
  @Test func seedsAndLinks() throws {
    let course = try Fixture.read(
      Fixture.files([
        "Exercises/a.md": """
        ## Diagnose: a {#x}

        ```swift
        //| id: c
        text("x")
        ```

        shown: [it](cell:c) with `seed=3`

        - [x] [x](lesson:none)
        - [ ] b

        ## Cloze: b {#y}

        The **word**.

        - **word**
          > [x](lesson:none)

        ## Predict: c {#z}

        answer: `m ± 1` of [it](cell:d)

        """
      ]))
    #expect(
      course.problems.map(\.text) == [
        "Exercises/a.md:22:1: no cell is called `d`", "Exercises/a.md:10:7: no lesson is called `none`",
        "Exercises/a.md:18:5: no lesson is called `none`",
      ])
    guard case .diagnose(let diagnosis)? = course.lessons.first?.exercises.first?.content else {
      Issue.record("no diagnosis")
      return
    }
    #expect(diagnosis.shown.first?.run.seed == 3)
  }

  /// Trust is in programs, and an exercise's cell is one.
  @Test func cellsOfExercisesCountForTrust() throws {
    func hash(_ code: String) throws -> String {
      let cell = "## Diagnose: a {#x}\n\n```swift\n//| id: c\n\(code)\n```\n\n- [x] a\n- [ ] b\n"
      return try Fixture.read(Fixture.files(["Exercises/a.md": cell])).cellsHash
    }
    #expect(try hash("text(\"a\")") == hash("text(\"a\")"))
    #expect(try hash("text(\"a\")") != hash("text(\"b\")"))
  }

  /// As in a lesson: what is hidden is compiled and not shown.
  @Test func hiddenLinesOfAPredictionStayHidden() throws {
    let course = try Fixture.read(
      Fixture.files([
        "Exercises/a.md": """
        ## Predict: a {#x}

        ```swift
        //| id: c
        //| hide
        let hidden: Float = 2
        //| show
        metric("m", hidden)
        ```

        answer: `m ± 1` of [it](cell:c)

        """
      ]))
    #expect(course.problems == [])
    let exercise = try #require(course.lessons.first?.exercises.first)
    guard case .codeBlock(let code)? = exercise.prompt.last?.kind else {
      Issue.record("no code")
      return
    }
    #expect(code.literal == "metric(\"m\", hidden)\n")
    #expect(exercise.cells.first?.code.contains("let hidden") == true)
  }
}
