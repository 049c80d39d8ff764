import SpacedRepetition

extension CardState {
  /// When an item comes back: when it is due, and not before it is no longer hidden; `nil` for what was never scheduled.
  /// What is due, what comes soon and what a day will have is all told by this.
  package func comesBack(hiddenUntil hidden: Int64?) -> Int64? {
    guard let due else { return nil }
    return max(due, hidden ?? due)
  }
}
