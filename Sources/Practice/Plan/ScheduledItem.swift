import SpacedRepetition

/// An item that comes back by itself, and when. What is due, what comes soon and what a day will have is all told by this.
package struct ScheduledItem: Equatable, Sendable {
  package let item: ItemID
  package let card: CardState
  /// When the card is due, and not before the item is no longer hidden.
  package let comesBack: Int64

  /// `nil` for what was never scheduled.
  package init?(_ item: ItemID, _ card: CardState, hiddenUntil hidden: Int64?) {
    guard let due = card.due else { return nil }
    self.item = item
    self.card = card
    comesBack = max(due, hidden ?? due)
  }

  package func isDue(at time: Int64) -> Bool { comesBack <= time }

  /// Whether it comes back within the hour behind `time`.
  func isComingSoon(at time: Int64) -> Bool { comesBack > time && comesBack <= time + 3600 }
}
