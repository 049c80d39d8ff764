/// Lines on a screen, a page at a time, from their top.
package struct Pager {
  private var lines: [Line]
  private var rows: Int
  /// The first line of the page.
  package private(set) var start = 0

  /// - Parameters:
  ///   - width: the columns at which a line goes on below.
  ///   - rows: the lines that a page may have.
  package init(_ lines: [Line], width: Int, rows: Int) {
    self.lines = Self.wrapped(lines, width)
    self.rows = max(1, rows)
  }

  private static func wrapped(_ lines: [Line], _ width: Int) -> [Line] {
    lines.flatMap { $0.width <= width ? [$0] : Wrapping.lines($0.spans, width: width) }
  }

  package var page: ArraySlice<Line> { lines[start..<end] }

  /// Whether all that comes behind the page's beginning is on it.
  package var isLast: Bool { end == lines.count }

  /// The number of the page and of all pages, counted from 1.
  package var place: (number: Int, count: Int) {
    let before = (start + rows - 1) / rows
    return (before + 1, before + max(1, (lines.count - start + rows - 1) / rows))
  }

  private var end: Int { min(lines.count, start + rows) }

  /// The place of the first line that is like this: before the page, on it, or behind it; `nil` where there is none.
  package func place(ofFirst isLike: (Line) -> Bool) -> Place? {
    lines.firstIndex(where: isLike).map { $0 < start ? .before : $0 < end ? .onPage : .behind }
  }

  package enum Place: Sendable { case before, onPage, behind }

  /// - Returns: `false` behind the last page, where nothing changes.
  package mutating func goOn() -> Bool {
    guard !isLast else { return false }
    start = end
    return true
  }

  /// - Returns: `false` on the first page.
  package mutating func goBack() -> Bool {
    guard start > 0 else { return false }
    start = max(0, start - rows)
    return true
  }

  package mutating func goToTop() { start = 0 }

  /// Goes to the page that has the first line of which this is true.
  package mutating func go(to isWanted: ([Line]) -> Int?) {
    guard let line = isWanted(lines) else { return }
    start = min(max(0, line), max(0, lines.count - 1)) / rows * rows
  }

  /// The window has another size: the page begins no further down than before, so that nothing is passed over.
  package mutating func lay(_ lines: [Line], width: Int, rows: Int) {
    let share = Double(start) / Double(max(1, self.lines.count))
    self.lines = Self.wrapped(lines, width)
    self.rows = max(1, rows)
    start = min(Int(share * Double(self.lines.count)), max(0, self.lines.count - 1))
  }
}
