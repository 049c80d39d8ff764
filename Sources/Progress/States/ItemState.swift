import SpacedRepetition

/// Where an item stands, computed from its answers alone.
package struct ItemState: Equatable, Sendable {
  /// Answers that count, rated or not.
  package var answers: Int
  /// Sum of their marks.
  package var markTotal: Double
  /// The mark of the last one.
  package var lastMark: Double
  /// Sum of the seconds they took.
  package var secondsTotal: Double
  /// `new` until the first answer with a rating.
  package var card: CardState
  /// The latest time among the answers, seconds since 1970.
  var newest: Int64

  static var untouched: ItemState {
    ItemState(answers: 0, markTotal: 0, lastMark: 0, secondsTotal: 0, card: .new, newest: 0)
  }

  /// Goes one answer on. Returns what had been predicted of a review a day or more after the one before; within a day
  /// there is nothing to forget.
  mutating func apply(_ answer: CountedAnswer, by scheduler: Scheduler) -> RecallTally? {
    answers += 1
    markTotal += answer.mark
    lastMark = answer.mark
    secondsTotal += answer.seconds
    newest = max(newest, answer.at)
    guard let rating = answer.rating else { return nil }
    let before = card
    card = scheduler.review(before, rating, at: answer.at, card: answer.fingerprint)
    guard let last = before.lastReview, answer.at - last >= Scheduler.secondsPerDay else { return nil }
    return RecallTally(predicted: scheduler.retrievability(before, at: answer.at), recalled: rating != .again)
  }
}
