import Course
import Foundation
import Markup
import Practice
import Terminal

extension QuizRun {
  func ask(choose options: [Exercise.Option], _ exercise: Exercise) throws {
    let shown = (session.open?.shown ?? []).map { options[$0] }
    let isSingle = options.count(where: \.isRight) == 1
    let chosen = try choose(shown.map(\.item.text), isSingle: isSingle, exercise)
    try askConfidence()
    let graded = try record(.places(chosen), exercise)
    for (index, option) in shown.enumerated() where chosen.contains(index) || option.isRight {
      if usesKeys { write("\(index + 1)  ", option.item.text) }
      write(verdict(option: index, isChosen: chosen.contains(index), option.isRight), because: option.item.feedback)
    }
    tellScore(graded)
    tell(graded)
  }

  func verdict(option index: Int, isChosen: Bool, _ isRight: Bool) -> Line {
    let words = isRight ? (isChosen ? "is right." : "would have been right.") : "is wrong."
    return verdict(isRight && isChosen, "\(index + 1) \(words)")
  }

  /// The places of the options that are chosen, in the order of the options.
  func choose(_ texts: [[Inline]], isSingle: Bool, _ exercise: Exercise) throws -> [Int] {
    guard usesKeys else {
      writeNumbered(texts)
      say("\(isSingle ? "A number" : "The numbers of all that are right") · Enter: leave it out\(hintKey)")
      while true {
        let numbers = try numbers(of: texts.count, all: false, exercise)
        if !isSingle || numbers.count <= 1 { return numbers.sorted() }
        say("One of them is right: give one number.")
      }
    }
    var board = ChoiceBoard(texts: texts.map(\.plainText), isSingle: isSingle)
    try play(&board, exercise)
    return board.chosen.sorted()
  }
}
