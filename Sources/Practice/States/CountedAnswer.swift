import SpacedRepetition

/// An answer that counts, without its words: states are computed from it.
package struct CountedAnswer: Equatable, Sendable {
  package var mark: Double
  package var rating: Rating?
  package var seconds: Double
  package var at: Int64

  package init(mark: Double, rating: Rating?, seconds: Double, at: Int64) {
    self.mark = mark
    self.rating = rating
    self.seconds = seconds
    self.at = at
  }

  package init(_ answer: Answer, at time: Int64) {
    self.init(mark: answer.mark, rating: answer.rating, seconds: answer.seconds, at: time)
  }
}
