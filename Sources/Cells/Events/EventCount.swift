import Events

/// The amount that a cell has said so far.
struct EventCount {
  private var events = 0
  private var lines = 0
  private var texts = 0
  private var numbers = 0
  private var labels = 0
  private var pixels = 0
  private var figures = 0
  private var names: Set<FigureName> = []

  /// Takes one more event in.
  ///
  /// - Returns: the limit that it is beyond; `nil` where there is none.
  mutating func add(_ said: CellEvent) -> EventLimit? {
    let event = said.event, size = EventSize(event)
    events += 1
    lines += size.lines
    texts += size.texts
    numbers += size.numbers
    labels += size.labels
    pixels += size.pixels
    if let figure = event.figure, figure.name == nil || names.insert(figure).inserted { figures += 1 }
    // Of an event alone first, which says more.
    let counts: [(count: Int, limit: EventLimit)] = [
      (max(size.longestText, said.cell?.utf8.count ?? 0), .text), (size.numbers, .numbersOfEvent),
      (size.labels, .labelsOfEvent), (lines, .lines),
      (events, .events), (texts, .texts), (numbers, .numbers), (labels, .labels), (pixels, .pixels),
      (figures, .figures),
    ]
    return counts.first { $0.count > $0.limit.maximum }?.limit
  }
}
