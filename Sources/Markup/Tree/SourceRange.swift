/// The range of a node, from its first to its last byte, both included, as cmark counts them.
package struct SourceRange: Hashable, Sendable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}

extension SourceRange: CustomStringConvertible {
  package var description: String { "\(start)-\(end)" }
}
