import Course
import Foundation
import Markup
import Progress
import Terminal

extension App {
  /// What an author has changed in exercises that the learner had answered, for as long as something of it is new: the
  /// history of all other items goes on.
  func newsOfEdits(_ store: ProgressStore) throws -> [Line] {
    let exercises = course.lessons.flatMap(\.exercises)
    let change = try store.change(to: exercises.flatMap(\.items))
    let new = Dictionary(grouping: change.new, by: \.exercise)
    let retired = Dictionary(grouping: change.retired, by: \.exercise)
    return exercises.compactMap { exercise in
      guard let gone = retired[exercise.id], let added = new[exercise.id] else { return nil }
      let title = exercise.title.plainText
      return Line(
        "“\(title)” was edited: \(added.count) new, \(gone.count) no longer asked; all else goes on", .faint)
    }
  }
}

extension Exercise {
  /// All that can be answered by itself; an exercise that is answered as a whole has no such items.
  fileprivate var items: [ItemID] {
    let ids: [String] =
      switch content {
      case .cards(let cards): cards.map(\.id)
      case .sort(let buckets): buckets.flatMap(\.items).map(\.id) + [""]
      case .cloze(let cloze): cloze.blanks.map(\.id) + [""]
      case .order, .choose, .number, .predict, .parsons, .diagnose: [""]
      }
    return ids.map { ItemID(exercise: id, item: $0) }
  }
}
