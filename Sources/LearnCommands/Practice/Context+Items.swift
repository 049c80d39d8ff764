import Course
import Foundation
import Markup
import Practice
import Progress

extension Context {
  /// The items that the course can ask about; the log may have more.
  var items: Set<ItemID> { Set(course.lessons.flatMap(\.exercises).flatMap { $0.items + [$0.whole] }) }

  /// A line about an answer: its item, and how it went.
  func description(of event: LogEvent) -> String {
    guard case .answer(let answer) = event.content else { return "" }
    let given =
      answer.given.isEmpty ? "left out" : answer.rating != nil && answer.kind == .known(.cards) ? answer.given : ""
    let mark = answer.mark == 1 ? "right" : answer.mark == 0 ? "wrong" : String(format: "score %.3f", answer.mark)
    return "\(name(of: answer.item)) · \(given.isEmpty ? mark : given)"
  }

  /// The words of an item, or of its exercise; its id where the course no longer has it.
  func name(of item: ItemID) -> String {
    for exercise in course.lessons.flatMap(\.exercises) where exercise.id == item.exercise {
      return words(of: item.item, in: exercise) ?? "\(exercise.kind.name): \(exercise.title.plainText)"
    }
    return "\(item.exercise) (no longer in the course)"
  }

  private func words(of item: String, in exercise: Exercise) -> String? {
    switch exercise.content {
    case .sort(let buckets): buckets.flatMap(\.items).first { $0.id == item }?.text.plainText
    case .cards(let cards): cards.first { $0.id == item }?.front.plainText
    case .cloze(let cloze): cloze.blanks.first { $0.id == item }?.answer
    case .order, .choose, .number, .predict, .parsons, .diagnose: nil
    }
  }
}
