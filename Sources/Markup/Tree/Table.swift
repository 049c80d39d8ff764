/// A table: one row of headings, then the rest.
package struct Table: Hashable, Sendable {
  package var alignments: [Alignment?]
  package var header: Row
  package var rows: [Row]

  package enum Alignment: String, Hashable, Sendable {
    case left, center, right
  }

  package struct Row: Hashable, Sendable {
    package var cells: [Cell]
    package var range: SourceRange
  }

  package struct Cell: Hashable, Sendable {
    package var content: [Inline]
    package var range: SourceRange
  }
}
