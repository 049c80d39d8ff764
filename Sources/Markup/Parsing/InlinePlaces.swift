/// The places of inlines, put right where cmark gives them wrong to what follows a backslash at a line's end: it does
/// not count that line.
struct InlinePlaces {
  private var firstColumn = 1
  private var line = 0
  private var missedLines = 0
  private var columnShift = 0
  private var isAfterBreak = false

  /// Begins a paragraph, heading or cell.
  mutating func begin(_ range: SourceRange) {
    self = InlinePlaces()
    firstColumn = range.start.column
    line = range.start.line
  }

  /// Passes a hard break.
  mutating func breakLine() {
    isAfterBreak = true
  }

  /// The true place of one that cmark gives. Directories come in the order of the text. `mark` is how many bytes of a
  /// node stand before the place that cmark gives it: the backtick of a code span.
  mutating func place(_ given: SourcePosition, mark: Int = 0) -> SourcePosition {
    if given.line != line {
      line = given.line
      columnShift = 0
    } else if isAfterBreak {
      missedLines += 1
      columnShift = firstColumn + mark - given.column
    }
    isAfterBreak = false
    return SourcePosition(line: given.line + missedLines, column: given.column + columnShift)
  }
}
