import SpacedRepetition

/// The state of an item, computed from its answers alone.
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
  package var newest: Int64

  package init(
    answers: Int, markTotal: Double, lastMark: Double, secondsTotal: Double, card: CardState, newest: Int64
  ) {
    self.answers = answers
    self.markTotal = markTotal
    self.lastMark = lastMark
    self.secondsTotal = secondsTotal
    self.card = card
    self.newest = newest
  }

  package static var untouched: ItemState {
    ItemState(answers: 0, markTotal: 0, lastMark: 0, secondsTotal: 0, card: .new, newest: 0)
  }

  /// Goes one answer on.
  ///
  /// - Parameter card: the item's fingerprint.
  /// - Returns: what the answer did to the item's card, where it has a rating.
  @discardableResult
  package mutating func apply(_ answer: CountedAnswer, by scheduler: Scheduler, card item: UInt64) -> ReviewStep? {
    answers += 1
    markTotal += answer.mark
    lastMark = answer.mark
    secondsTotal += answer.seconds
    newest = max(newest, answer.at)
    guard let rating = answer.rating else { return nil }
    let step = scheduler.step(card, rating, at: answer.at, card: item)
    card = step.after
    return step
  }
}
