/// The notes about a course and its exercises that the log keeps as settings of that course.
package enum CourseNote {
  /// The name under which the lesson and the section stand where the learner reads, with a space between them: a section
  /// that is inserted before it does not move it.
  package static let place = "place"

  /// The name under which the learner's own words for a card stand.
  package static func ownWords(_ item: ItemID) -> String { "words/\(item.exercise)/\(item.item)" }

  /// The name under which it stands which items of an exercise the learner knows of, from the first answer on.
  package static func knownItems(_ exercise: String) -> String { "items/\(exercise)" }

  /// The note that the learner knows of these items, with spaces between their names.
  package static func knownItems(of exercise: PracticeExercise) -> LogEvent.Content {
    var names = ""
    for part in exercise.parts { names += names.isEmpty ? part : " \(part)" }
    return .setting(name: knownItems(exercise.id), value: names)
  }
}
