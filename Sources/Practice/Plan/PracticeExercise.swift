/// An exercise as practice sees it: what can be asked of it, and what is right. Its words stay with the course.
package struct PracticeExercise: Sendable {
  package var id: String
  /// The number of its lesson.
  package var lesson: Int
  package var kind: ExerciseKind
  /// The ids of what may come back by itself, in the order of the file: cards, and the items of exercises that are marked
  /// item by item.
  package var parts: [String]
  package var key: AnswerKey
  /// The number of hints.
  package var hints: Int
  /// The answer to each part, in words; empty where nobody compares them. What has the same is not asked three times running.
  package var answers: [String] = []
  /// The outcome of the lesson that it practises; `nil` where it says none.
  package var outcome: Int?

  package init(id: String, lesson: Int, kind: ExerciseKind, parts: [String] = [], key: AnswerKey, hints: Int = 0) {
    self.id = id
    self.lesson = lesson
    self.kind = kind
    self.parts = parts
    self.key = key
    self.hints = hints
  }

  /// Under this id stands how the exercise as a whole was answered.
  package var whole: ItemID { ItemID(exercise: id, item: "") }

  /// Under this id stands how a part of it was answered, or for `nil` all of it.
  package func item(_ part: Int?) -> ItemID { part.map { ItemID(exercise: id, item: parts[$0]) } ?? whole }

  /// Whether its items are answered and come back one by one.
  package var isMarkedByItem: Bool { !parts.isEmpty }

  /// The items that are asked and marked by themselves: its parts, or all of it.
  package var items: [ItemID] {
    if parts.isEmpty { return [whole] }
    var items: [ItemID] = []
    for part in parts { items.append(ItemID(exercise: id, item: part)) }
    return items
  }
}

/// The right answer.
package enum AnswerKey: Sendable {
  /// Whoever answers says how well it was known.
  case cards
  /// The names of the buckets, as the log has them, and for each item the number of the bucket where it belongs.
  case sorting(buckets: [String], key: [Int])
  /// So many items, in the right order.
  case ordering(Int)
  /// The ids of the options, and whether each is right. Options that are an order of their own are not shuffled.
  case choice(options: [String], key: [Bool], isShuffled: Bool = true)
  case quantity(Quantity)
  /// The answers that are accepted in each gap.
  case gaps([[String]])
  /// The lines of a listing in the right order, and how many others are among them that do not belong.
  case listing(lines: [String], distractors: Int)
  /// A key that the run of a cell shows.
  case run
}
