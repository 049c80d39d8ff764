import Markup

/// A table, its columns as wide as their words need and the width allows.
struct TableText {
  private let head: [[Span]]
  private let rows: [[[Span]]]
  private let alignments: [Table.Alignment?]
  private let widths: [Int]
  /// Columns that the table needs so that none of its words is broken.
  let leastWidth: Int

  init(_ table: Table, width: Int, commands: ShownCommands = ShownCommands()) {
    let text = InlineText(commands)
    self.init(
      head: table.header.cells.map { text.spans($0.content, style: .bold) },
      rows: table.rows.map { row in row.cells.map { text.spans($0.content) } }, alignments: table.alignments,
      width: width)
  }

  init(head: [String], rows: [[String]], width: Int) {
    self.init(
      head: head.map { [Span($0, .bold)] }, rows: rows.map { row in row.map { [Span($0)] } }, alignments: [],
      width: width)
  }

  private init(head: [[Span]], rows: [[[Span]]], alignments: [Table.Alignment?], width: Int) {
    self.head = head
    self.rows = rows
    self.alignments = alignments
    let count = ([head] + rows).map(\.count).max() ?? 0
    var natural = [Int](repeating: 1, count: count)
    var longestWord = natural
    for row in [head] + rows {
      for (column, spans) in row.enumerated() {
        let text = spans.map(\.text).joined()
        natural[column] = max(natural[column], text.columns)
        for word in text.split(separator: " ") { longestWord[column] = max(longestWord[column], String(word).columns) }
      }
    }
    leastWidth = longestWord.reduce(0, +) + 3 * max(0, count - 1)
    widths = Self.distribute(width - 3 * max(0, count - 1), natural: natural, least: longestWord)
  }

  /// Every column has room for its longest word where there is room for all of these, else the longest give way; what
  /// is left goes, a column at a time, to the one that lacks most.
  private static func distribute(_ available: Int, natural: [Int], least: [Int]) -> [Int] {
    if natural.reduce(0, +) <= available { return natural }
    var widths = least.map { min($0, 1) }
    var left = available - widths.reduce(0, +)
    while left > 0, let column = widths.indices.filter({ widths[$0] < least[$0] }).min(by: { widths[$0] < widths[$1] })
    {
      widths[column] += 1
      left -= 1
    }
    while left > 0, let column = widths.indices.max(by: { natural[$0] - widths[$0] < natural[$1] - widths[$1] }),
      natural[column] > widths[column]
    {
      widths[column] += 1
      left -= 1
    }
    return widths
  }

  var lines: [Line] {
    var lines = row(head)
    lines.append(Line(widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─"), .faint))
    let bodies = rows.map { row($0) }
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

  private func row(_ row: [[Span]]) -> [Line] {
    let cells = widths.indices.map { column in
      column < row.count ? Wrapping.lines(row[column], width: widths[column]) : []
    }
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { index in
      var line = Line()
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.spans.append(Span(" │ ", .faint)) }
        let content = index < cell.count ? cell[index] : Line()
        let padding = String(repeating: " ", count: max(0, widths[column] - content.width))
        switch column < alignments.count ? alignments[column] : nil {
        case .right?: line.spans += [Span(padding)] + content.spans
        case .left?, .center?, nil: line.spans += content.spans + (column + 1 < cells.count ? [Span(padding)] : [])
        }
      }
      return line
    }
  }
}
