import SpacedRepetition

/// One answer to one item, as it was given and marked.
package struct Answer: Equatable, Sendable {
  package var item: ItemID
  /// The exercise's kind: `sort`, `order`, `choose`, `cards`, …
  package var kind: String
  /// What the learner answered, in the words or numbers of the exercise.
  package var given: String
  /// 0 … 1.
  package var mark: Double
  /// How well a card was remembered. An answer with a rating schedules its item; one without does not.
  package var rating: Rating?
  /// Seconds from the question to the answer.
  package var seconds: Double
  package var hints: Int
  /// 1 (guessed) … 3 (sure), where it was asked for.
  package var confidence: Int?

  package init(
    item: ItemID, kind: String, given: String, mark: Double, rating: Rating? = nil, seconds: Double = 0,
    hints: Int = 0, confidence: Int? = nil
  ) {
    self.item = item
    self.kind = kind
    self.given = given
    self.mark = mark
    self.rating = rating
    self.seconds = seconds
    self.hints = hints
    self.confidence = confidence
  }
}
