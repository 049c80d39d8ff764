import Foundation

@testable import Course

/// Faults of exercises whose answers are words, lines of code or figures.
extension FaultyCourse {
  static func withFaultyText(_ kind: ProblemKind) -> FaultyCourse {
    switch kind {
    case .noBlank:
      exercises(
        "## Cloze: a {#x}\n\nNo word is missing.", "1:1: no word of the text is missing",
        help: "put each missing word in bold: `**word**`")
    case .unknownBlank:
      exercises(
        "## Cloze: a {#x}\n\nThe **label** is known.\n\n- **lable**, also *class*",
        "5:1: no blank of the text is “lable”",
        help: "did you mean `label`?")
    case .noListing:
      exercises(
        "## Parsons: a {#x}\n\nText.\n\n```swift\nlet x = 1\n```",
        "5:1: the exercise has no listing of two lines or more", help: "put its lines, in order, into one fenced block")
    case .lineIsNoCode:
      exercises(
        "## Parsons: a {#x}\n\n```swift\nlet x = 1\nlet y = x\n```\n\n- [ ] let x = y",
        "8:1: a line of code stands in backticks", help: "for example ``- [ ] `let z = mean` ``")
    default:
      exercises(
        "## Parsons: a {#x}\n\n```swift\nlet x = 1\nlet y = x\n```\n\n- [x] `let y = z`\n  > Why.",
        "8:1: the listing has no line `let y = z`", help: "did you mean `let y = x`?")
    }
  }

  private static let cell = "```swift\n//| id: c\nlet r = parameter(\"rate\", 1, in: 0...9)\nmetric(\"loss\", r)\n```\n"
  private static let options = "\n\n- [x] a\n- [ ] b"

  /// A prediction whose cell ends on line 7, and its line 8.
  private static func prediction(_ answer: String, _ problem: String, help: String) -> FaultyCourse {
    exercises("## Predict: a {#x}\n\n\(cell)\n\(answer)", problem, help: help)
  }

  static func withFaultyRun(_ kind: ProblemKind) -> FaultyCourse {
    switch kind {
    case .strayCell:
      exercises(
        "## Choose: a {#x}\n\n\(cell)\(options)", "3:1: an exercise of this kind runs no cell",
        help: "take its `//|` lines away, or make the exercise a `Predict` or `Diagnose`")
    case .cellOfLesson:
      FaultyCourse(
        Fixture.files([
          "Lessons/a.md": Fixture.lesson(id: "a", cell),
          "Exercises/a.md": "## Diagnose: a {#x}\n\n\(cell)\nshown: [it](cell:c)\(options)\n",
        ]), ["Exercises/a.md:3:1: the lesson has a cell `c` already"], help: "give the exercise's cell another id")
    case .noFigure:
      exercises(
        "## Predict: a {#x}\n\nText.", "1:1: the prediction does not say which figure is asked for",
        help: "add a line such as: answer: `test accuracy ± 0.02` of [the cell](cell:id)")
    case .noCellLinked:
      exercises(
        "## Diagnose: a {#x}\n\n\(cell)\nshown: `loss` of c\(options)", "9:1: this line does not say which cell is run",
        help: "link one cell, as in `[the cell](cell:id)`, and put settings behind it")
    case .unknownMetric:
      prediction(
        "answer: `los ± 1` of [it](cell:c)", "9:1: the cell `c` shows no metric “los”", help: "did you mean `loss`?")
    case .noTolerance:
      prediction(
        "answer: `loss` of [it](cell:c)", "9:1: “loss” has no tolerance",
        help: "write it as `test accuracy ± 0.02` or `± 10 %`, or give options with ranges in a list")
    case .faultyRange:
      prediction(
        "answer: `loss` of [it](cell:c)\n\n- Low: `< 1`\n- About one\n- High: `> 1`",
        "12:1: the option “About one” does not end in a range",
        help: "end it with `< 0.9`, `0.9 … 0.95`, `≥ 0.95` or the like, in backticks")
    case .faultySetting:
      prediction(
        "answer: `loss ± 1` of [it](cell:c) with `rate`", "9:43: `rate` sets nothing",
        help: "write it as `smoothing=1`, or `seed=3` with a whole number")
    case .unknownSetting:
      prediction(
        "answer: `loss ± 1` of [it](cell:c) with `rat=2`", "9:1: the cell has no parameter `rat`",
        help: "did you mean `rate`?")
    default:
      exercises(
        "## Diagnose: a {#x}\n\nText.\(options)", "1:1: nothing is shown to be diagnosed",
        help: "add a `swift` block with `//| id: …`, or a line such as: shown: [the cell](cell:id) with `rate=1`")
    }
  }
}
