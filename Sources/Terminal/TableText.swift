import Markup

/// A table, its columns as wide as their words need and the width allows.
struct TableText {
  private let table: Table
  private let widths: [Int]

  init(_ table: Table, width: Int) {
    self.table = table
    let rows = [table.header] + table.rows
    let count = rows.map(\.cells.count).max() ?? 0
    var natural = [Int](repeating: 1, count: count)
    var longestWord = natural
    for row in rows {
      for (column, cell) in row.cells.enumerated() {
        let spans = InlineText.spans(cell.content)
        let text = spans.map(\.text).joined()
        natural[column] = max(natural[column], text.columns)
        for word in text.split(separator: " ") { longestWord[column] = max(longestWord[column], String(word).columns) }
      }
    }
    widths = Self.distribute(width - 3 * max(0, count - 1), natural: natural, least: longestWord)
  }

  /// A table of plain words.
  init(head: [String], rows: [[String]], width: Int) {
    // It was written nowhere: any place will do.
    let nowhere = SourcePosition(line: 1, column: 1)
    let range = SourceRange(start: nowhere, end: nowhere)
    func row(_ texts: [String]) -> Table.Row {
      Table.Row(cells: texts.map { Table.Cell(content: [Inline(.text($0), range: nil)], range: range) }, range: range)
    }
    self.init(Table(alignments: [], header: row(head), rows: rows.map(row)), width: width)
  }

  /// Every column gets what it needs at least; what is left goes, a column at a time, to the one that lacks most.
  private static func distribute(_ available: Int, natural: [Int], least: [Int]) -> [Int] {
    if natural.reduce(0, +) <= available { return natural }
    var widths = least.map { min($0, max(1, available / max(1, least.count))) }
    var left = available - widths.reduce(0, +)
    while left > 0, let column = widths.indices.max(by: { natural[$0] - widths[$0] < natural[$1] - widths[$1] }),
      natural[column] > widths[column]
    {
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  var lines: [Line] {
    var lines = row(table.header, style: .bold)
    lines.append(Line(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"), .faint))
    let bodies = table.rows.map { row($0, style: .plain) }
    // Rows that take several lines need air between them.
    let isAiry = bodies.contains { $0.count > 1 }
    for (index, body) in bodies.enumerated() {
      if index > 0, isAiry {
        lines.append(Line(widths.map { String(repeating: " ", count: $0) }.joined(separator: " │ "), .faint))
      }
      lines += body
    }
    return lines
  }

  private func row(_ row: Table.Row, style: Style) -> [Line] {
    let cells = widths.indices.map { column in
      column < row.cells.count
        ? Wrapping.lines(InlineText.spans(row.cells[column].content, style: style), width: widths[column]) : []
    }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { index in
      var line = Line()
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.spans.append(Span(" │ ", .faint)) }
        let content = index < cell.count ? cell[index] : Line()
        let padding = String(repeating: " ", count: max(0, widths[column] - content.width))
        switch column < table.alignments.count ? table.alignments[column] : nil {
        case .right?: line.spans += [Span(padding)] + content.spans
        case .left?, .center?, nil: line.spans += content.spans + (column + 1 < cells.count ? [Span(padding)] : [])
        }
      }
      return line
    }
  }
}
