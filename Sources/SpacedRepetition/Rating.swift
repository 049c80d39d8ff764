/// The quality of a recall, as the learner judges it.
public enum Rating: UInt8, Sendable, CaseIterable {
  /// Not remembered.
  case again = 1
  /// Remembered with effort.
  case hard
  /// Remembered.
  case good
  /// Remembered at once.
  case easy
}
