import Course
import Messages

/// Swift code in colour, with nothing in it that cannot be seen. Lines are not wrapped: code that is cut somewhere else
/// is other code.
package enum CodeText {
  package static func lines(_ code: String) -> [Line] {
    var lines: [Line] = [Line()]
    for token in SwiftTokenizer.tokens(visibleLines(code)) {
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

  /// Returns lines to be looked at in a narrow place: a line that is wider goes on below, four columns further in.
  package static func lines(_ code: String, width: Int) -> [Line] {
    lines(code).flatMap { line -> [Line] in
      let text = line.spans.map(\.text).joined()
      guard text.columns > width else { return [line] }
      let indent = text.prefix { $0 == " " }.count
      return Wrapping.lines(line.spans, width: max(16, width - indent - 4)).enumerated().map { index, part in
        Line(String(repeating: " ", count: index == 0 ? indent : indent + 4)) + part
      }
    }
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
