/// A block of a document: what it is, and where it stands.
package struct Block: Hashable, Sendable {
  package var kind: Kind
  package var range: SourceRange

  package enum Kind: Hashable, Sendable {
    case blockQuote([Block])
    case list(List)
    case codeBlock(CodeBlock)
    /// Raw HTML, comments included, exactly as written.
    case htmlBlock(String)
    case paragraph([Inline])
    case heading(Heading)
    case thematicBreak
    case table(Table)
  }

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
