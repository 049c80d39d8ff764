/// Raw HTML cut into comments and the rest.
package enum RawHTML: Hashable, Sendable {
  /// The text between `<!--` and `-->`, without outer space.
  case comment(String)
  /// Anything else, as written.
  case other(String)

  /// The parts of a literal in order. Space between comments is no part; an unclosed comment is not a comment.
  package static func parts(of literal: String) -> [RawHTML] {
    var parts: [RawHTML] = []
    var rest = literal[...]
    while let opening = find("<!--", in: rest), let closing = find("-->", in: rest[opening.upperBound...]) {
      append(rest[..<opening.lowerBound], to: &parts)
      parts.append(.comment(String(trimming(rest[opening.upperBound..<closing.lowerBound]))))
      rest = rest[closing.upperBound...]
    }
    append(rest, to: &parts)
    return parts
  }

  private static func append(_ text: Substring, to parts: inout [RawHTML]) {
    if !text.allSatisfy(\.isWhitespace) { parts.append(.other(String(text))) }
  }

  private static func find(_ pattern: String, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    let pattern = pattern.utf8
    var start = bytes.startIndex
    while let candidate = bytes[start...].firstIndex(of: pattern[pattern.startIndex]) {
      let rest = bytes[candidate...]
      if rest.starts(with: pattern) { return candidate..<rest.index(candidate, offsetBy: pattern.count) }
      start = bytes.index(after: candidate)
    }
    return nil
  }

  private static func trimming(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Block {
  /// The text of a block that is one comment and nothing else: `tabs` for `<!-- tabs -->`.
  package var comment: String? {
    guard case .htmlBlock(let literal) = kind else { return nil }
    let parts = RawHTML.parts(of: literal)
    guard parts.count == 1, case .comment(let comment) = parts[0] else { return nil }
    return comment
  }
}
