import SpacedRepetition

/// One thing to ask: an exercise, a card, or an item that was failed and has become a card.
package struct Question: Equatable, Sendable {
  /// The place of its exercise among all of the plan.
  package var exercise: Int
  /// The place of what is asked among the exercise's parts; `nil` for all of it.
  package var part: Int?
  /// Whether it is a card of a deck.
  package var isCard: Bool
  /// Under this id stands how it was answered.
  package var item: ItemID
  /// `new` for what was never scheduled.
  package var state: CardState
}
