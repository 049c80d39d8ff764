import SpacedRepetition

/// A learner's answer, in numbers.
package enum Response: Sendable {
  /// The rating of how well a card was known.
  case rating(Rating)
  /// The bucket of the item that is asked now; `nil` leaves it out.
  case bucket(Int?)
  /// The buckets of all items at once, in the order in which they are shown.
  case buckets([Int?])
  /// Places among what is shown: all of them in the answer's order, or those that are chosen; none leaves it out.
  case places([Int])
  /// `nil` leaves it out.
  case quantity(QuantityReading?)
  /// The words in each gap, or in the one that is asked.
  case words([String])
}

/// An answer that a card may be given.
package struct CardAnswer: Equatable, Sendable {
  package let rating: Rating
  /// Seconds until the card comes back after it.
  package let interval: Int64

  package var name: String { rating.name }
}
