import SpacedRepetition

/// What a state is computed from: an answer that counts, without its words.
struct CountedAnswer {
  var itemRow: Int64
  /// The course for which it counts; empty where that is none.
  @ExactText var course: String
  var mark: Double
  var rating: Rating?
  var seconds: Double
  var at: Int64
  /// The item's, see `ItemID.fingerprint`.
  var fingerprint: UInt64
}
