extension Document {
  /// A row of a table that has more cells than the table's head: the rest of them is shown nowhere.
  package struct LongRow: Hashable, Sendable {
    /// The place of the row.
    package var place: SourcePosition
    package var cells: Int
    package var columns: Int
  }

  /// Returns the rows of tables that lose cells, in the order of the text.
  ///
  /// - Parameters:
  ///   - text: what the document was parsed from.
  ///   - firstLine: the number of its first line.
  func longRows(in text: String, firstLine: Int) -> [LongRow] {
    var tables: [Table] = []
    forEachBlock { if case .table(let table) = $0.kind { tables.append(table) } }
    guard !tables.isEmpty else { return [] }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return tables.flatMap { table in
      table.rows.compactMap { row -> LongRow? in
        let place = row.range.start
        guard lines.indices.contains(place.line - firstLine) else { return nil }
        let cells = Self.cells(of: lines[place.line - firstLine].dropFirst(max(0, place.column - 1)))
        return cells > table.alignments.count
          ? LongRow(place: place, cells: cells, columns: table.alignments.count) : nil
      }
    }
  }

  /// The number of cells of a line: between bars that no backslash stands before, whatever they stand in.
  private static func cells(of line: some BidirectionalCollection<UInt8>) -> Int {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    var bars = 0, isEscaped = false, endsInBar = false
    var beginsWithBar: Bool?
    for byte in line where !(beginsWithBar == nil && blanks.contains(byte)) {
      let isBar = byte == UInt8(ascii: "|") && !isEscaped
      if beginsWithBar == nil { beginsWithBar = isBar }
      if isBar { bars += 1 }
      if !blanks.contains(byte) { endsInBar = isBar }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return bars + 1 - (beginsWithBar == true ? 1 : 0) - (endsInBar && bars > (beginsWithBar == true ? 1 : 0) ? 1 : 0)
  }
}
