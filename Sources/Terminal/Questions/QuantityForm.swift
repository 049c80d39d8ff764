import Course
import Practice

/// A number with its unit, typed.
struct QuantityForm: AnswerForm {
  let quantity: Exercise.Quantity
  /// The quantity as it is told.
  let answer: String
  let hintKey: String

  func ask(on console: Console, hint: Console.Hint) throws(Console.ExitReason) -> AnswerReply {
    let unit = quantity.unit
    console.say("A number\(unit.isEmpty ? "" : " with its unit, \(unit)") · Enter: leave it out\(hintKey)")
    var isAskedAgain = false
    while true {
      let line = try console.line("> ", hint: hint)
      if line.allSatisfy(\.isWhitespace) { return .answer(.quantity(nil)) }
      guard let given = QuantityReading(line) else {
        console.say("That is no number.")
        continue
      }
      let fit = given.fit(unit)
      // Without its unit it is asked for until it is there; once where something else stands in its place.
      if fit == .right || fit == .wrong && isAskedAgain {
        return .answer(.quantity(given), try console.confidence())
      }
      if fit == .missing {
        console.say("With its unit, please: \(unit).")
      } else {
        isAskedAgain = true
        let words = unit.isEmpty ? "only a number is asked for" : "the unit is \(unit)"
        console.say("“\(given.unit)” behind the number was not understood: \(words). Once more, please.")
      }
    }
  }

  func verdict(_ grade: GradeText) -> [Line] {
    let feedback = grade.text.lines(quantity.feedback, indent: "  ")
    guard case .quantity(let score?) = grade.graded.verdict else {
      return grade.leftOut + [Line(answer, .bold)] + feedback + grade.comesBack
    }
    let words =
      score.mark == 1
      ? "Right: \(answer)"
      : score.isWithinTolerance ? "The number is right, the unit is not: \(answer)" : "It is \(answer)"
    return [GradeText.line(score.mark == 1, words)] + feedback + [grade.scoreLine] + grade.comesBack
  }
}
