import SpacedRepetition

/// An answer that is in the log, and what it did to its item.
package struct RecordedAnswer: Equatable, Sendable {
  package let id: EventID
  package let answer: Answer
  package let before: ItemState
  package let after: ItemState

  package init(id: EventID, answer: Answer, before: ItemState, after: ItemState) {
    self.id = id
    self.answer = answer
    self.before = before
    self.after = after
  }

  /// Whether the item is set aside because of it: it was forgotten for the eighth time, or for every fourth time after
  /// that, and costs more than it teaches.
  package var isSetAside: Bool {
    lapses > before.card.lapses && lapses >= 8 && (lapses - 8) % 4 == 0
  }

  /// The number of times that the item was forgotten, this one counted.
  package var lapses: Int { after.card.lapses }

  /// When the item is asked again; `nil` where the answer asks for no such thing.
  package var due: Int64? { answer.rating == nil ? nil : after.card.due }
}
