/// A link or an image: its address, and what is shown for it; an image's content is its alternative text.
package struct Link: Hashable, Sendable {
  /// The address as written, character references resolved.
  package var address: String
  package var title: String
  package var content: [Inline]
}
