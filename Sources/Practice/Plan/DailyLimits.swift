/// The amount of practice that a learner wants to do in a day.
package struct DailyLimits: Equatable, Sendable {
  package var newCards: Int
  package var reviews: Int

  package init(newCards: Int, reviews: Int) {
    self.newCards = newCards
    self.reviews = reviews
  }

  /// As much as there is.
  package static var none: DailyLimits { DailyLimits(newCards: .max, reviews: .max) }
}
