import Markup

extension Block {
  /// Whether it is a paragraph that begins with this word.
  func begins(with word: String) -> Bool {
    if case .paragraph(let inlines) = kind { return inlines.plainText.hasPrefix(word) }
    return false
  }
}

extension BidirectionalCollection where Element == Block {
  /// The blocks in quotes and beside them, in their order.
  var unquoted: [Block] {
    flatMap { block -> [Block] in
      if case .blockQuote(let quoted) = block.kind { quoted } else { [block] }
    }
  }
}

extension [Block] {
  /// The words of the first paragraph.
  var plainText: String {
    if case .paragraph(let inlines)? = first?.kind { return inlines.plainText }
    return ""
  }

  /// The blocks without these letters at the start of the first paragraph.
  func droppingPrefix(_ prefix: String) -> [Block] {
    guard let first, case .paragraph(var inlines) = first.kind, case .text(let text)? = inlines.first?.kind,
      text.hasPrefix(prefix)
    else { return self }
    inlines[0].kind = .text(String(text.dropFirst(prefix.count).drop(while: \.isWhitespace)))
    var blocks = self
    blocks[0].kind = .paragraph(inlines)
    return blocks
  }
}
