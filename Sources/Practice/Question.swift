import Course
import Progress
import SpacedRepetition

/// One thing to ask: an exercise, a card, or an item that was failed and has become a card.
package struct Question: Sendable {
  package enum Subject: Sendable {
    case whole
    case card(Exercise.Card)
    /// An item of a sorting exercise, and the number of the bucket where it belongs.
    case item(Exercise.Item, bucket: Int)
    /// A blank of a cloze, by its number.
    case blank(Int)
  }

  package var lesson: Lesson
  package var exercise: Exercise
  package var subject: Subject
  /// `new` for what was never scheduled.
  package var state: CardState

  /// Under this id stands how it was answered.
  package var item: ItemID { exercise.item(subject) }
}

extension Exercise {
  /// Under this id stands how the exercise as a whole was answered.
  package var whole: ItemID { ItemID(exercise: id, item: "") }

  /// Under this id stands how a part of it, or all of it, was answered.
  func item(_ subject: Question.Subject) -> ItemID {
    switch subject {
    case .whole: return whole
    case .card(let card): return ItemID(exercise: id, item: card.id)
    case .item(let item, _): return ItemID(exercise: id, item: item.id)
    case .blank(let index):
      guard case .cloze(let cloze) = content else { return whole }
      return ItemID(exercise: id, item: cloze.blanks[index].id)
    }
  }

  /// What may come back by itself: cards, and the items of exercises that are marked item by item.
  var parts: [Question.Subject] {
    switch content {
    case .cards(let cards): cards.map { .card($0) }
    case .sort(let buckets):
      buckets.enumerated().flatMap { number, bucket in bucket.items.map { .item($0, bucket: number) } }
    case .cloze(let cloze): cloze.blanks.indices.map { .blank($0) }
    case .order, .choose, .number, .predict, .parsons, .diagnose: []
    }
  }
}
