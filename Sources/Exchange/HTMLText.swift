import Markup

/// The little HTML that questions from elsewhere have, as Markdown: paragraphs, emphasis, code. Other tags go, their
/// words stay.
enum HTMLText {
  static func markdown(_ html: String) -> String {
    var text = ""
    var rest = html[...]
    while let tag = rest.firstMatch(of: /<(\/?)([A-Za-z][A-Za-z0-9]*)(?:\s[^>]*)?\/?>/) {
      text += words(rest[..<tag.range.lowerBound])
      text += sign(String(tag.2).lowercased(), isEnd: !tag.1.isEmpty)
      rest = rest[tag.range.upperBound...]
    }
    text += words(rest)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
    return MarkdownWriter.escapingLineStarts(lines.joined(separator: "\n")).replacing(/\n{3,}/, with: "\n\n").trimmed
  }

  private static func sign(_ tag: String, isEnd: Bool) -> String {
    switch tag {
    case "b", "strong": "**"
    case "i", "em": "*"
    case "code", "tt", "kbd": "`"
    case "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "blockquote": "\n\n"
    case "br", "tr": "\n"
    case "li": isEnd ? "\n" : "• "
    case "td", "th": " "
    default: ""
    }
  }

  private static func words(_ text: Substring) -> String {
    let resolved = text.replacing(/&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+);/) { match in
      character(match.1) ?? String(match.0)
    }
    return MarkdownWriter.escaped(resolved)
  }

  private static func character(_ name: Substring) -> String? {
    let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—"]
    if let character = names[String(name)] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
