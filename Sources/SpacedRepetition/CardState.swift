/// The state of a card: its memory, its phase, and when it is due. Times are seconds since 1970 (UTC).
public struct CardState: Equatable, Sendable {
  /// A step is an index into the scheduler's learning or relearning steps.
  public enum Phase: Equatable, Sendable {
    /// A card that was never answered.
    case new
    /// A card on its way into memory, its answers minutes apart.
    case learning(step: Int)
    /// A card whose answers are days or more apart.
    case review
    /// A card that was forgotten after it had reached `review`.
    case relearning(step: Int)
  }

  public var phase: Phase
  /// `nil` exactly while the card is new.
  public var memory: Memory?
  /// `nil` exactly while the card is new.
  public var lastReview: Int64?
  /// `nil` exactly while the card is new.
  public var due: Int64?
  /// Answers so far.
  public var reviews: Int
  /// Answers `again` in phase `review`: what a leech is told by.
  public var lapses: Int

  public init(
    phase: Phase, memory: Memory?, lastReview: Int64?, due: Int64?, reviews: Int, lapses: Int
  ) {
    self.phase = phase
    self.memory = memory
    self.lastReview = lastReview
    self.due = due
    self.reviews = reviews
    self.lapses = lapses
  }

  /// A card that was never answered.
  public static var new: CardState {
    CardState(phase: .new, memory: nil, lastReview: nil, due: nil, reviews: 0, lapses: 0)
  }
}
