/// A heading with the id that links use, unique in its document.
package struct Heading: Hashable, Sendable {
  package var level: Int
  package var identifier: String
  package var content: [Inline]
}
