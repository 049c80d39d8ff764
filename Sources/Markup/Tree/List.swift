/// A bullet list or an ordered one.
package struct List: Hashable, Sendable {
  package var marker: Marker
  /// Whether its paragraphs are set without space between them.
  package var isTight: Bool
  package var items: [Item]

  package enum Marker: Hashable, Sendable {
    case bullet
    case ordered(start: Int, delimiter: Delimiter)
  }

  package enum Delimiter: Hashable, Sendable {
    case period
    case parenthesis
  }

  package struct Item: Hashable, Sendable {
    /// Whether the box before it is ticked; nil for an item without a box.
    package var isChecked: Bool?
    package var blocks: [Block]
    package var range: SourceRange
  }
}
