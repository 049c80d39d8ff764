import SpacedRepetition

/// An answer with a rating: what a card's memory is computed from.
package struct Review: Equatable, Sendable {
  package var rating: Rating
  /// Seconds since 1970 (UTC).
  package var at: Int64
  /// From the question to the answer.
  package var seconds: Double

  package init(rating: Rating, at: Int64, seconds: Double = 0) {
    self.rating = rating
    self.at = at
    self.seconds = seconds
  }
}
