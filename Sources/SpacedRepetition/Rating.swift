/// The quality of a recall, as the learner judges it.
public enum Rating: UInt8, Sendable, CaseIterable {
  /// A card that was not remembered.
  case again = 1
  /// A card that was remembered with effort.
  case hard
  /// A card that was remembered.
  case good
  /// A card that was remembered at once.
  case easy
}
