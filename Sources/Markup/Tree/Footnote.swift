/// The text of a footnote. Its number is its place among the document's footnotes, counted from 1.
package struct Footnote: Hashable, Sendable {
  package var blocks: [Block]
  /// The number of marks in the text that refer to it.
  package var references: Int
  package var range: SourceRange
}

/// A mark in the text that refers to a footnote.
package struct FootnoteReference: Hashable, Sendable {
  /// The footnote's number. Footnotes count from 1 in the order in which the text first refers to them.
  package var number: Int
  /// The place of this reference among those to the footnote, counted from 1.
  package var occurrence: Int
}
