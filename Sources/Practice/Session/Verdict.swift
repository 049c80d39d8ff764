/// What an answer was worth, part by part.
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
  /// How many hints were taken.
  package let hints: Int
  /// What was answered: one thing, or one an item.
  package let recorded: [RecordedAnswer]
  /// How much of the question comes back by itself, with what was answered of it before.
  package let comingBack: Int
}

/// An answer on its way into the log. What it was worth can be told only of one that has got there: `Session.confirm`.
package struct Submission: Sendable {
  /// What to record, in one piece.
  package let contents: [LogEvent.Content]
  let verdict: Verdict
  let mark: Double
  /// How many of the answers sum up others.
  let sums: Int
  /// Whether the question is answered with it.
  let isLast: Bool
}
