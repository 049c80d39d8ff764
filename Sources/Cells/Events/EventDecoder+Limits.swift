import Events

extension EventDecoder {
  /// A decoder of what a cell may say.
  package init() { self.init(maximumLine: Limits.line, maximumNumbers: Limits.numbersOfEvent) }
}
