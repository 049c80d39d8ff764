import SpacedRepetition

extension Rating {
  /// The rating of an answer to anything but a card.
  ///
  /// Wrong is `again`; right by luck, with hints or all but right is `hard`; else `good`, and `easy` for the sure.
  /// `nil` where nothing needs to come back: it was right at once, and never wrong before.
  package init?(passed: Bool, mark: Double, hints: Int = 0, confidence: Confidence? = nil, isScheduled: Bool) {
    if !passed {
      self = .again
    } else if mark < 1 || hints > 0 || confidence == .guessed {
      self = .hard
    } else if isScheduled {
      self = confidence == .sure ? .easy : .good
    } else {
      return nil
    }
  }
}
