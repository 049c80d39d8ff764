import Events

/// A limit of what a cell may say.
package enum EventLimit: Error, CaseIterable {
  case line, numbersOfEvent, labelsOfEvent, events, lines, text, texts, numbers, labels, pixels, figures

  /// The most that is taken.
  package var maximum: Int {
    switch self {
    case .line: Limits.line
    case .numbersOfEvent: Limits.numbersOfEvent
    case .labelsOfEvent: Limits.labelsOfEvent
    case .events: Limits.events
    case .lines: Limits.lines
    case .text: Limits.text
    case .texts: Limits.texts
    case .numbers: Limits.numbers
    case .labels: Limits.labels
    case .pixels: Limits.pixels
    case .figures: Limits.figures
    }
  }

  /// The limit at which a decoder has ended.
  init(_ excess: EventDecoder.Excess) {
    switch excess {
    case .line: self = .line
    case .numbers: self = .numbersOfEvent
    }
  }
}
