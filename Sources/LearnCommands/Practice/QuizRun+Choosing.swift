import Course
import Foundation
import Markup
import Practice
import Scoring
import Terminal

extension QuizRun {
  func ask(choose options: [Exercise.Option], _ asking: inout Asking) throws {
    let shown = Shuffle.any(options.count, seed: asking.seed).map { options[$0] }
    let isSingle = options.count(where: \.isRight) == 1
    let chosen = try choose(shown.map(\.item.text), isSingle: isSingle, &asking)
    try askConfidence(&asking)
    let score = try ChoiceScore(chosen: chosen, key: shown.map(\.isRight))
    let given = chosen.map { shown[$0].item.id }.joined(separator: " ")
    let kept = try keep(Marked(given: given, mark: score.mark, passed: score.mark == 1), asking)
    for (index, option) in shown.enumerated() where chosen.contains(index) || option.isRight {
      let isChosen = chosen.contains(index)
      let words = option.isRight ? (isChosen ? "is right." : "would have been right.") : "is wrong."
      let mark = verdict(option.isRight && isChosen, "\(index + 1) \(words)")
      if usesKeys { write("\(index + 1)  ", option.item.text) }
      write(mark, because: option.item.feedback)
    }
    app.write([Line(self.score(Hints.mark(score.mark, after: asking.hintsUsed)) + spent(asking.hintsUsed), .bold)])
    tell(kept)
  }

  /// The places of the options that are chosen, in the order of the options.
  func choose(_ texts: [[Inline]], isSingle: Bool, _ asking: inout Asking) throws -> [Int] {
    guard usesKeys else {
      writeNumbered(texts)
      say("\(isSingle ? "A number" : "The numbers of all that are right") · Enter: leave it out\(hintKey(asking))")
      while true {
        let numbers = try numbers(of: texts.count, all: false, &asking)
        if !isSingle || numbers.count <= 1 { return numbers.sorted() }
        say("One of them is right: give one number.")
      }
    }
    var board = ChoiceBoard(texts: texts.map(\.plainText), isSingle: isSingle)
    try play(&board, &asking)
    return board.chosen.sorted()
  }
}
