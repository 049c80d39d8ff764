import Course
import Foundation
import Markup
import Practice
import Progress
import Terminal

extension QuizRun {
  /// - Parameter answer: the quantity as it is told.
  func ask(number quantity: Exercise.Quantity, answer: String, _ exercise: Exercise) throws {
    let given = try quantityLine(unit: quantity.unit, exercise)
    if given != nil { try askConfidence() }
    let graded = try record(.quantity(given), exercise)
    guard case .quantity(let score?) = graded.verdict else {
      sayLeftOut()
      write(Line(answer, .bold), because: quantity.feedback)
      return tell(graded)
    }
    let words =
      score.mark == 1
      ? "Right: \(answer)"
      : score.isWithinTolerance ? "The number is right, the unit is not: \(answer)" : "It is \(answer)"
    write(verdict(score.mark == 1, words), because: quantity.feedback)
    tellScore(graded)
    tell(graded)
  }

  /// A number with its unit; `nil` leaves it out. Without the unit it is asked for again, and once where something else
  /// stands in its place.
  private func quantityLine(unit: String, _ exercise: Exercise) throws -> QuantityReading? {
    say("A number\(unit.isEmpty ? "" : " with its unit, \(unit)") · Enter: leave it out\(hintKey)")
    var isAskedAgain = false
    while true {
      let line = try line("> ", exercise)
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

  func ask(_ cloze: Exercise.Cloze, _ exercise: Exercise) throws {
    var fillings: [String] = []
    say("A word or a few for each gap · Enter: leave it out\(hintKey)")
    for number in 1...cloze.blanks.count { fillings.append(try line("(\(number)) > ", exercise)) }
    try askConfidence()
    let graded = try record(.words(fillings), exercise)
    guard case .gaps(let isRight) = graded.verdict else { return }
    context.write([""])
    for (index, blank) in cloze.blanks.enumerated() {
      write("(\(index + 1)) ", [verdict(isRight[index] == true, blank.answer)] + typed(fillings[index], blank))
      write(blank.feedback, indent: "    ")
      tell(graded.recorded[index], isQuiet: true)
    }
    let score = try ClozeScore(answer: isRight)
    context.write([
      Line(self.score(graded.mark), .bold),
      Line("\(score.right) right, \(score.wrong) wrong, \(score.blank) left out\(spent(graded.hints))."), "",
    ])
    write(cloze.text)
  }

  /// One blank that was failed before.
  func ask(blank index: Int, of cloze: Exercise.Cloze, _ exercise: Exercise) throws {
    let blank = cloze.blanks[index]
    say("Only gap (\(index + 1)) this time · Enter: leave it out\(hintKey)")
    let text = try line("(\(index + 1)) > ", exercise)
    try askConfidence()
    let graded = try record(.words([text]), exercise)
    context.write([verdict(graded.verdict == .gaps([true]), blank.answer)] + typed(text, blank))
    write(blank.feedback, indent: "  ")
    tell(graded)
  }

  /// What stands in the gap, where it is not the very answer.
  private func typed(_ text: String, _ blank: Exercise.Blank) -> [Line] {
    let text = text.trimmingCharacters(in: .whitespaces)
    return text.isEmpty || text == blank.answer ? [] : self.text.lines("You wrote “\(text)”.", style: .faint)
  }
}
