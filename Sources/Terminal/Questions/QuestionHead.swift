import Course
import Events
import Foundation
import Practice

/// The head of a question, above its answer: the exercise's title and prompt, and what runs have shown to be asked about.
package struct QuestionHead {
  let exercise: Exercise
  /// The part that is asked; `nil` for all of the exercise.
  let part: Int?
  package var recordings: [Recording] = []
  /// Which question of the sitting it is, as `7 of 20`; empty for the only one.
  package var place = ""
  /// The figure that is to be predicted.
  package var figure: Metric?

  package init(_ exercise: Exercise, part: Int?) {
    self.exercise = exercise
    self.part = part
  }

  package func title(_ text: BlockText) -> [Line] {
    var lines = text.lines("\(exercise.kind.name): ", exercise.title, style: .bold)
    if !place.isEmpty {
      let place = Line(" · \(place)", .faint)
      if let last = lines.last, last.width + place.width <= text.width {
        lines[lines.count - 1] = last + place
      } else {
        lines.append(Line(self.place, .faint))
      }
    }
    return lines + [""]
  }

  /// Cards, and items that are asked alone, have none.
  package func prompt(_ text: BlockText) -> [Line] {
    switch exercise.content {
    case .cards: []
    case .sort where part != nil: []
    case .cloze where part != nil: text.lines(exercise.prompt)
    default: text.lines(exercise.prompt) + [""]
    }
  }

  var hasHints: Bool { !exercise.hints.isEmpty }

  /// All but what runs have shown.
  func lines(_ text: BlockText) -> [Line] { title(text) + prompt(text) }

  func hint(_ number: Int, _ text: BlockText) -> [Line] {
    let cost = String(format: "%.1f", Hints.standardCost)
    return text.lines("Hint \(number + 1) of \(exercise.hints.count), for \(cost) of the score:", style: .faint)
      + text.lines(exercise.hints[number], indent: "  ")
  }
}
