import Course
import Foundation
import Markup
import Practice
import Progress
import Scoring
import Terminal

extension QuizRun {
  /// - Parameter answer: the quantity as it is told.
  func ask(number quantity: Exercise.Quantity, answer: String, _ asking: inout Asking) throws {
    guard let given = try quantityLine(unit: quantity.unit, &asking) else {
      let kept = try keep(.leftOut, asking)
      sayLeftOut()
      write(Line(answer, .bold), because: quantity.feedback)
      return tell(kept)
    }
    try askConfidence(&asking)
    let (score, value) = given.score(quantity)
    let kept = try keep(
      Marked(given: "\(value) \(given.unit)", mark: score.mark, passed: score.mark == 1), asking)
    let words =
      score.mark == 1
      ? "Right: \(answer)"
      : score.isWithinTolerance ? "The number is right, the unit is not: \(answer)" : "It is \(answer)"
    write(verdict(score.mark == 1, words), because: quantity.feedback)
    app.write([Line(self.score(Hints.mark(score.mark, after: asking.hintsUsed)) + spent(asking.hintsUsed), .bold)])
    tell(kept)
  }

  /// A number with its unit; `nil` leaves it out. Without the unit it is asked for again, and once where something else
  /// stands in its place.
  private func quantityLine(unit: String, _ asking: inout Asking) throws -> QuantityReading? {
    say("A number\(unit.isEmpty ? "" : " with its unit, \(unit)") · Enter: leave it out\(hintKey(asking))")
    var isAskedAgain = false
    while true {
      let line = try line("> ", &asking)
      if line.allSatisfy(\.isWhitespace) { return nil }
      guard let given = QuantityReading(line) else {
        say("That is no number.")
        continue
      }
      switch given.fit(unit) {
      case .right: return given
      case .missing: say("With its unit, please: \(unit).")
      case .wrong:
        if isAskedAgain { return given }
        isAskedAgain = true
        let words = unit.isEmpty ? "only a number is asked for" : "the unit is \(unit)"
        say("“\(given.unit)” behind the number was not understood: \(words). Once more, please.")
      }
    }
  }

  func ask(_ cloze: Exercise.Cloze, _ asking: inout Asking) throws {
    let exercise = asking.question.exercise
    var fillings: [String] = []
    say("A word or a few for each gap · Enter: leave it out\(hintKey(asking))")
    for number in 1...cloze.blanks.count { fillings.append(try line("(\(number)) > ", &asking)) }
    try askConfidence(&asking)
    let answers = zip(cloze.blanks, fillings).map { blank, text -> Bool? in
      text.allSatisfy(\.isWhitespace) ? nil : AnswerReading.fills(text, [blank.answer] + blank.alternatives)
    }
    let seconds = asking.seconds / Double(cloze.blanks.count)
    let score = try ClozeScore(answer: answers)
    let mark = Hints.mark(score.mark, after: asking.hintsUsed)
    let kept = try keep(
      cloze.blanks.enumerated().map { index, blank in
        let isRight = answers[index] == true
        return try answer(
          Marked(given: fillings[index], mark: isRight ? 1 : 0, passed: isRight), asking.withoutHints,
          item: ItemID(exercise: exercise.id, item: blank.id), seconds: seconds)
      },
      sum: Answer(
        item: exercise.whole, kind: "cloze", given: "\(score.right) of \(cloze.blanks.count)", mark: mark,
        hints: asking.hintsUsed),
      of: exercise)
    app.write([""])
    for (index, blank) in cloze.blanks.enumerated() {
      write("(\(index + 1)) ", [verdict(answers[index] == true, blank.answer)] + typed(fillings[index], blank))
      write(blank.feedback, indent: "    ")
      tell(kept[index], isQuiet: true)
    }
    app.write([
      Line(self.score(mark), .bold),
      Line("\(score.right) right, \(score.wrong) wrong, \(score.blank) left out\(spent(asking.hintsUsed))."), "",
    ])
    write(cloze.text)
  }

  /// One blank that was failed before.
  func ask(blank index: Int, _ asking: inout Asking) throws {
    guard case .cloze(let cloze) = asking.question.exercise.content else { return }
    let blank = cloze.blanks[index]
    say("Only gap (\(index + 1)) this time · Enter: leave it out\(hintKey(asking))")
    let text = try line("(\(index + 1)) > ", &asking)
    try askConfidence(&asking)
    let isRight = AnswerReading.fills(text, [blank.answer] + blank.alternatives)
    let kept = try keep(Marked(given: text, mark: isRight ? 1 : 0, passed: isRight), asking)
    app.write([verdict(isRight, blank.answer)] + typed(text, blank))
    write(blank.feedback, indent: "  ")
    tell(kept)
  }

  /// What stands in the gap, where it is not the very answer.
  private func typed(_ text: String, _ blank: Exercise.Blank) -> [Line] {
    let text = text.trimmingCharacters(in: .whitespaces)
    return text.isEmpty || text == blank.answer ? [] : self.text.lines("You wrote “\(text)”.", style: .faint)
  }
}
