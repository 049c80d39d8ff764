import SpacedRepetition

/// An answer that is in the log, and what it did to its item.
package struct KeptAnswer: Equatable, Sendable {
  package let id: EventID
  package let answer: Answer
  package let before: CardState
  package let after: CardState
  /// Whether the item was set aside because of it.
  package let isSetAside: Bool

  /// When the item is asked again; `nil` where the answer asks for no such thing.
  package var due: Int64? { answer.rating == nil ? nil : after.due }
}
