/// How much a learner wants to do in a day of practice.
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
