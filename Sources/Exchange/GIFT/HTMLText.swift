import Markup

/// The little HTML that questions from elsewhere have, as Markdown: paragraphs, emphasis, code. Other tags go, their
/// words stay.
enum HTMLText {
  static func markdown(_ html: String) -> String {
    var text = ""
    var rest = html[...]
    // Behind the last `>` no tag ends.
    let end = rest.utf8.lastIndex(of: UInt8(ascii: ">")) ?? rest.startIndex
    while let tag = Tag.first(in: rest, endingBy: end) {
      text += words(rest[..<tag.range.lowerBound])
      text += sign(tag.name, isEnd: tag.isEnd)
      rest = rest[tag.range.upperBound...]
    }
    text += words(rest)
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map({ $0.trimmed }) {
      // Paragraphs have one blank line between them, however many tags there were.
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    return MarkdownWriter.escapingLineStarts(lines.joined(separator: "\n")).trimmed
  }

  private struct Tag {
    var name: String
    var isEnd: Bool
    var range: Range<Substring.Index>

    /// The first tag that ends by the `>` at `end`.
    static func first(in text: Substring, endingBy end: Substring.Index) -> Tag? {
      var place = text.startIndex
      while place < end, let start = text[place..<end].firstIndex(of: "<") {
        if let tag = Tag(text, at: start) { return tag }
        place = text.index(after: start)
      }
      return nil
    }

    /// `<name`, whatever stands behind a space, and `>`. There is a `>` behind `start`.
    private init?(_ text: Substring, at start: Substring.Index) {
      var rest = text[start...].dropFirst()
      isEnd = rest.first == "/"
      if isEnd { rest.removeFirst() }
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard word.first?.isLetter == true else { return nil }
      rest = rest[word.endIndex...]
      if rest.first?.isWhitespace == true { rest = rest.drop { $0 != ">" } }
      if rest.first == "/" { rest.removeFirst() }
      guard rest.first == ">" else { return nil }
      name = word.lowercased()
      range = start..<rest.index(after: rest.startIndex)
    }
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
    guard text.utf8.contains(UInt8(ascii: "&")) else { return MarkdownWriter.escaped(text) }
    var resolved = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      resolved += rest[..<start]
      let name = rest[start...].dropFirst().prefix { $0 == "#" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      if rest[name.endIndex...].first == ";", let character = character(name) {
        resolved += character
        rest = rest[name.endIndex...].dropFirst()
      } else {
        resolved += rest[start..<name.endIndex]
        rest = rest[name.endIndex...]
      }
    }
    return MarkdownWriter.escaped(resolved + rest)
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
  ]

  private static func character(_ name: Substring) -> String? {
    if let character = names[String(name)] { return character }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
