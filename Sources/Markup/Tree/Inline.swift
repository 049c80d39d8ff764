/// A piece of running text: what it is, and where it stands.
package struct Inline: Hashable, Sendable {
  package var kind: Kind
  /// The range in the source; `nil` for some nodes that cmark makes late and gives no place: what it finds as a bare
  /// address, for one.
  package var range: SourceRange?

  package enum Kind: Hashable, Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    /// The TeX between `` $` `` and `` `$ ``.
    case mathematics(String)
    /// A raw HTML tag or comment, exactly as written.
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(Link)
    case image(Link)
    case footnoteReference(FootnoteReference)
  }

  package init(_ kind: Kind, range: SourceRange?) {
    self.kind = kind
    self.range = range
  }
}

extension Inline {
  /// The inlines that this one holds.
  package var children: [Inline] {
    switch kind {
    case .emphasis(let content), .strong(let content), .strikethrough(let content): content
    case .link(let link), .image(let link): link.content
    case .text, .softBreak, .lineBreak, .code, .mathematics, .html, .footnoteReference: []
    }
  }
}

extension [Inline] {
  /// The words alone: no emphasis, no addresses, no HTML; a line break is a space.
  package var plainText: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .text(let literal), .code(let literal), .mathematics(let literal): text += literal
      case .softBreak, .lineBreak: text += " "
      case .html, .footnoteReference: break
      case .emphasis, .strong, .strikethrough, .link, .image: text += inline.children.plainText
      }
    }
    return text
  }
}
