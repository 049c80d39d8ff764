/// How much `learn` takes of what a cell says: at least ten times what any cell of the bundled course says, and so little
/// that the command stays below 256 MiB and has all of it shown within a second of the cell's end.
///
/// All but the first three begin anew with each point of `learn explore`.
extension Limits {
  /// Bytes of a line: an event, or what is printed up to the next line feed.
  static let line = 8 << 20
  /// Numbers in one event, without those of a picture.
  static let numbersOfEvent = 250_000
  /// Cells of one table and its rows, or labels of bars.
  static let labelsOfEvent = 10_000
  /// Events, and what is printed beside them.
  static let events = 500_000
  /// Lines of text.
  static let lines = 100_000
  /// Bytes of one text, name or label.
  static let text = 256 << 10
  /// Bytes of all texts, names and labels together.
  static let texts = 4 << 20
  static let numbers = 4_000_000
  static let labels = 100_000
  /// Bytes of all pictures together.
  static let pixels = 32 << 20
  /// Figures: metrics, settings, curves, pictures, planes, tables and bars, each name once.
  static let figures = 1_000
}

/// A limit of what a cell may say.
package enum EventLimit: Error, CaseIterable {
  case line, numbersOfEvent, labelsOfEvent, events, lines, text, texts, numbers, labels, pixels, figures

  /// The most that is taken.
  package var most: Int {
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
}
