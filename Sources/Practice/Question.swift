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
