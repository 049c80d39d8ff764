/// What a footnote says. Its number is its place among the document's footnotes, counted from 1.
package struct Footnote: Hashable, Sendable {
  package var blocks: [Block]
  /// How many marks in the text refer to it.
  package var references: Int
  package var range: SourceRange
}

/// A mark in the text that refers to a footnote.
package struct FootnoteReference: Hashable, Sendable {
  /// The footnote's number. Footnotes count from 1 in the order in which the text first refers to them.
  package var number: Int
  /// Which of the references to that footnote this is, counted from 1.
  package var occurrence: Int
}
