import SpacedRepetition

/// One answer to one item, as it was given and marked.
package struct Answer: Equatable, Sendable {
  /// The kind of exercise, as the log names it: a later version may know more kinds.
  package enum Kind: Equatable, Sendable {
    case known(ExerciseKind)
    case other(String)

    package init(_ name: String) { self = ExerciseKind(rawValue: name).map { .known($0) } ?? .other(name) }

    package var name: String {
      switch self {
      case .known(let kind): kind.rawValue
      case .other(let name): name
      }
    }
  }

  package var item: ItemID
  package var kind: Kind
  /// The learner's answer, in the words or numbers of the exercise.
  package var given: String
  /// 0 … 1.
  package var mark: Double
  /// The rating of how well a card was remembered. An answer with one schedules its item; one without does not.
  package var rating: Rating?
  /// Seconds from the question to the answer.
  package var seconds: Double
  package var hints: Int
  /// The learner's confidence, where it was asked for.
  package var confidence: Confidence?

  package init(
    item: ItemID, kind: Kind, given: String, mark: Double, rating: Rating? = nil, seconds: Double = 0, hints: Int = 0,
    confidence: Confidence? = nil
  ) {
    self.item = item
    self.kind = kind
    self.given = given
    self.mark = mark
    self.rating = rating
    // No log has other times than these, and a clock that was set back costs nobody an answer.
    self.seconds = seconds >= 0 && seconds.isFinite ? seconds : 0
    self.hints = hints
    self.confidence = confidence
  }

  package init(
    item: ItemID, kind: ExerciseKind, given: String, mark: Double, rating: Rating? = nil, seconds: Double = 0,
    hints: Int = 0, confidence: Confidence? = nil
  ) {
    self.init(
      item: item, kind: .known(kind), given: given, mark: mark, rating: rating, seconds: seconds, hints: hints,
      confidence: confidence)
  }
}
