import Course
import Foundation
import Markup
import Practice
import Progress
import Terminal

extension Context {
  /// Returns the changes that an author has made in exercises that the learner has practised, and has not been told of
  /// yet: the history of all other items goes on.
  func newsOfEdits(_ store: ProgressStore) throws -> [(exercise: Exercise, line: Line)] {
    try course.lessons.flatMap(\.exercises).compactMap { exercise in
      guard let names = try KnownItems.names(of: exercise, in: store) else { return nil }
      let former = Set(names), present = Set(KnownItems.names(of: exercise))
      let changes = [
        (present.subtracting(former).count, "new"), (former.subtracting(present).count, "no longer asked"),
      ].filter { $0.0 > 0 }.map { "\($0) \($1)" }
      guard !changes.isEmpty else { return nil }
      let words = "“\(exercise.title.plainText)” was edited: \(changes.joined(separator: ", ")); all else goes on"
      return (exercise, Line(words, .faint))
    }
  }
}

/// The items of an exercise that the learner knows of, from the first answer on: a setting of the log.
enum KnownItems {
  /// The names of its items as the course has them; none for an exercise that is answered as a whole.
  static func names(of exercise: Exercise) -> [String] {
    exercise.isMarkedByItem ? exercise.items.map(\.item) : []
  }

  /// Returns the names of the items that the learner knows; `nil` where no answer was given.
  static func names(of exercise: Exercise, in store: ProgressStore) throws -> [String]? {
    try store.settingInCourse(CourseNote.knownItems(exercise.id))?.split(separator: " ").map { String($0) }
  }

  static func note(_ exercise: Exercise, in store: ProgressStore, at time: Int64, session: String) throws {
    try store.record([CourseNote.knownItems(of: exercise.practised(in: 0))], at: time, session: session)
  }
}
