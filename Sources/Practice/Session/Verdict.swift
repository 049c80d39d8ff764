/// The worth of an answer, part by part.
package enum Verdict: Equatable, Sendable {
  /// Whoever answered has said it.
  case card
  /// An item that was put into a bucket, or left out.
  case item(chosen: Int?, right: Int)
  /// All items, in the order in which they were asked.
  case sorting(SortingScore, chosen: [Int?], right: [Int])
  /// `nil`: left out.
  case ordering(OrderingScore?)
  case listing(ParsonsScore?)
  case choice(ChoiceScore)
  /// `nil`: left out.
  case quantity(NumberScore?)
  /// Whether each gap was filled rightly; `nil` for one that was left out.
  case gaps([Bool?], ClozeScore)
}

/// An answer that is in the log, and what it was worth.
package struct GradedAnswer: Sendable {
  package let verdict: Verdict
  /// 0 … 1, hints counted.
  package let mark: Double
  /// The number of hints that were taken.
  package let hints: Int
  /// The answers: one, or one an item.
  package let recorded: [RecordedAnswer]
  /// The number of the question's parts that come back by themselves, those answered before with them.
  package let comingBack: Int
}

/// An answer on its way into the log. What it was worth can be told only of one that has got there: `Session.confirm`.
package struct Submission: Sendable {
  /// The events to record, in one piece.
  package let contents: [LogEvent.Content]
  let verdict: Verdict
  let mark: Double
  /// The number of answers that sum up others.
  let sums: Int
  /// Whether the question is answered with it.
  let isLast: Bool
}
