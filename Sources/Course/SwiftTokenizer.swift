/// Cuts Swift code into coloured pieces. It knows the words of the language, not its grammar: enough for a reader's
/// eye, and it takes any text.
package struct SwiftTokenizer {
  package enum Kind: Sendable {
    case plain, keyword, type, string, number, comment, call
  }

  package struct Token: Equatable, Sendable {
    package var kind: Kind
    package var text: Substring
  }

  /// The pieces of `code`; together they are `code`.
  package static func tokens(_ code: String) -> [Token] {
    var tokenizer = SwiftTokenizer(code)
    return tokenizer.run()
  }

  private static let keywords: Set<Substring> = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class",
    "consuming",
    "continue", "convenience", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
    "final", "for", "func", "guard", "if", "import", "in", "indirect", "init", "inout", "internal", "is", "lazy", "let",
    "mutating", "nil", "nonisolated", "operator", "override", "package", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "Self", "some", "static", "struct", "subscript", "super",
    "switch",
    "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak", "where", "while",
  ]

  private let code: String
  private var index: String.Index
  private var tokens: [Token] = []

  private init(_ code: String) {
    self.code = code
    index = code.startIndex
  }

  private mutating func run() -> [Token] {
    while index < code.endIndex {
      let start = index
      let kind = next()
      if kind == .plain, let last = tokens.last, last.kind == .plain {
        tokens[tokens.count - 1].text = code[last.text.startIndex..<index]
      } else {
        tokens.append(Token(kind: kind, text: code[start..<index]))
      }
    }
    return tokens
  }

  /// Moves over one piece and says what it was.
  private mutating func next() -> Kind {
    let character = code[index]
    if code[index...].hasPrefix("//") {
      skip { !$0.isNewline }
      return .comment
    }
    if code[index...].hasPrefix("/*") {
      skipBlockComment()
      return .comment
    }
    if character == "\"" || character == "#" && isRawString {
      skipString()
      return .string
    }
    if character.isNumber {
      skip { $0.isLetter || $0.isNumber || $0 == "_" }
      // A point belongs to a number only before a digit: `0...9` is a range.
      if index < code.endIndex, code[index] == ".", after(index)?.isNumber == true {
        code.formIndex(after: &index)
        skip { $0.isLetter || $0.isNumber || $0 == "_" }
      }
      if index < code.endIndex, "+-".contains(code[index]), "eE".contains(code[code.index(before: index)]) {
        code.formIndex(after: &index)
        skip(while: \.isNumber)
      }
      return .number
    }
    if character.isLetter || character == "_" || character == "@" || character == "#" {
      return word()
    }
    code.formIndex(after: &index)
    return .plain
  }

  private mutating func word() -> Kind {
    let start = index
    let isMember = start > code.startIndex && code[code.index(before: start)] == "."
    code.formIndex(after: &index)
    if code[start] == "#" { skip { $0 == "#" } }
    skip { $0.isLetter || $0.isNumber || $0 == "_" }
    let word = code[start..<index]
    if let first = word.first, "@#".contains(first) { return .keyword }
    // `case x:` ends in a colon, too, but there the keyword comes first; `default:` is the one keyword before a colon.
    let isLabel = index < code.endIndex && code[index] == ":" && word != "default"
    if Self.keywords.contains(word), !isLabel, !isMember || word == "self" || word == "init" { return .keyword }
    if word.first?.isUppercase == true, word.first?.isASCII == true { return .type }
    if index < code.endIndex, code[index] == "(" { return .call }
    return .plain
  }

  private mutating func skip(while condition: (Character) -> Bool) {
    while index < code.endIndex, condition(code[index]) { code.formIndex(after: &index) }
  }

  private func after(_ index: String.Index) -> Character? {
    let next = code.index(after: index)
    return next < code.endIndex ? code[next] : nil
  }

  private var isRawString: Bool {
    code[index...].drop { $0 == "#" }.first == "\""
  }

  /// Swift's block comments may stand in one another.
  private mutating func skipBlockComment() {
    var depth = 0
    while index < code.endIndex {
      if code[index...].hasPrefix("/*") {
        depth += 1
        index = code.index(index, offsetBy: 2)
      } else if code[index...].hasPrefix("*/") {
        depth -= 1
        index = code.index(index, offsetBy: 2)
        if depth == 0 { return }
      } else {
        code.formIndex(after: &index)
      }
    }
  }

  private mutating func skipString() {
    let start = index
    skip { $0 == "#" }
    let hashes = String(code[start..<index])
    let quote = code[index...].hasPrefix("\"\"\"") ? "\"\"\"" : "\""
    let end = quote + hashes
    let escape = "\\" + hashes
    index = code.index(index, offsetBy: quote.count)
    while index < code.endIndex {
      if code[index...].hasPrefix(end) {
        index = code.index(index, offsetBy: end.count)
        return
      }
      if code[index...].hasPrefix(escape) {
        index = code.index(index, offsetBy: escape.count)
        if index < code.endIndex { code.formIndex(after: &index) }
      } else if quote == "\"", code[index].isNewline {
        return
      } else {
        code.formIndex(after: &index)
      }
    }
  }
}
