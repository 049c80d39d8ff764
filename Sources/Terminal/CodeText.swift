import Course

/// Swift code in colour. Lines are not wrapped: code that is cut somewhere else is other code.
package enum CodeText {
  package static func lines(_ code: String) -> [Line] {
    var lines: [Line] = [Line()]
    for token in SwiftTokenizer.tokens(code) {
      let style = style(token.kind)
      let pieces = token.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(Line()) }
        if !piece.isEmpty { lines[lines.count - 1].spans.append(Span(String(piece), style)) }
      }
    }
    while lines.last?.spans.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func style(_ kind: SwiftTokenizer.Kind) -> Style {
    switch kind {
    case .plain: .plain
    case .keyword: .colour(.magenta)
    case .type: .colour(.cyan)
    case .string: .colour(.red)
    case .number: .colour(.blue)
    case .comment: .colour(.green)
    case .call: .colour(.blue)
    }
  }
}
