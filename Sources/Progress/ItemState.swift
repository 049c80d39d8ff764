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

  mutating func apply(mark: Double, rating: Rating?, seconds: Double, at: Int64, by scheduler: Scheduler, card: UInt64)
  {
    answers += 1
    markTotal += mark
    lastMark = mark
    secondsTotal += seconds
    newest = max(newest, at)
    if let rating { self.card = scheduler.review(self.card, rating, at: at, card: card) }
  }
}
