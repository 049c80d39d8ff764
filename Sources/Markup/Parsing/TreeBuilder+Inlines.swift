import CCmarkGFM

extension TreeBuilder {
  mutating func addLeafInline(_ node: OpaquePointer, _ kind: NodeKind) {
    let inline: Inline.Kind
    switch kind {
    case .softBreak: inline = .softBreak
    case .lineBreak:
      places.breakLine()
      inline = .lineBreak
    case .code: inline = .code(string(cmark_node_get_literal(node)))
    case .html: inline = .html(string(cmark_node_get_literal(node)))
    case .footnoteReference:
      let number = Int(string(cmark_node_get_literal(node))) ?? 0
      footnoteReferences[number, default: 0] += 1
      inline = .footnoteReference(
        FootnoteReference(number: number, occurrence: footnoteReferences[number, default: 1]))
    default: inline = .text(string(cmark_node_get_literal(node)))
    }
    let range = inlineRange(node, from: inlineStart(node, mark: kind == .code ? 1 : 0))
    stack[stack.count - 1].inlines.append(Inline(inline, range: range))
  }

  /// Adds what a closed frame became to the frame around it.
  mutating func addInline(_ frame: Frame, _ kind: NodeKind) {
    let node = frame.node
    let content = joiningMathematics(frame.inlines)
    let inline: Inline.Kind
    switch kind {
    case .emphasis: inline = .emphasis(content)
    case .strong: inline = .strong(content)
    case .strikethrough: inline = .strikethrough(content)
    default:
      let link = Link(
        address: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)), content: content)
      inline = kind == .image ? .image(link) : .link(link)
    }
    let range = inlineRange(node, from: frame.start)
    stack[stack.count - 1].inlines.append(Inline(inline, range: range))
  }

  /// Makes mathematics of a code span between two dollar signs, which it takes from the text on either side.
  func joiningMathematics(_ inlines: [Inline]) -> [Inline] {
    guard inlines.count > 2, inlines.contains(where: { Self.removingDollar($0, atEnd: true) != nil }) else {
      return inlines
    }
    var joined: [Inline] = []
    var index = 0
    while index < inlines.count {
      var inline = inlines[index]
      if case .code(let formula) = inline.kind, index + 1 < inlines.count,
        let before = joined.last.flatMap({ Self.removingDollar($0, atEnd: true) }),
        let after = Self.removingDollar(inlines[index + 1], atEnd: false)
      {
        inline.kind = .mathematics(formula)
        joined.removeLast()
        joined += [before, inline, after].filter { $0.kind != .text("") }
        // The text after it may end in the dollar sign of the next formula, and now is the last of `joined`.
        index += 2
      } else {
        joined.append(inline)
        index += 1
      }
    }
    return joined
  }

  /// The text without the dollar sign at its end or start; nil for anything else.
  private static func removingDollar(_ inline: Inline, atEnd: Bool) -> Inline? {
    guard case .text(let text) = inline.kind, (atEnd ? text.utf8.last : text.utf8.first) == 0x24 else { return nil }
    var shorter = inline
    shorter.kind = .text(String(atEnd ? text.dropLast() : text.dropFirst()))
    if atEnd { shorter.range?.end.column -= 1 } else { shorter.range?.start.column += 1 }
    return shorter
  }
}
