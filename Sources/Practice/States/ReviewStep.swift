import SpacedRepetition

/// One review, and what it did to its card. States, figures of recall and other programs' logs are all told by it.
package struct ReviewStep: Equatable, Sendable {
  package let rating: Rating
  package let before: CardState
  package let after: CardState
  /// The probability of recall that had been predicted, where the review came a day or more after the one before; within a
  /// day there is nothing to forget.
  package let predicted: Double?
}

extension Scheduler {
  /// - Parameter card: the item's fingerprint.
  package func step(_ before: CardState, _ rating: Rating, at time: Int64, card: UInt64) -> ReviewStep {
    var predicted: Double?
    if let last = before.lastReview, time - last >= Self.secondsPerDay {
      predicted = retrievability(before, at: time)
    }
    return ReviewStep(
      rating: rating, before: before, after: review(before, rating, at: time, card: card), predicted: predicted)
  }
}
