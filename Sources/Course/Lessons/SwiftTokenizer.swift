/// A tokenizer that cuts Swift code into coloured pieces. It knows the words of the language, not its grammar: enough
/// for a reader's eye, and it takes any text.
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
  /// The bytes of the code. Whatever a piece can begin or end with is one byte in UTF-8; what needs more is taken for a
  /// letter.
  private let bytes: String.UTF8View
  private var index: String.Index
  private var tokens: [Token] = []

  private init(_ code: String) {
    var code = code
    code.makeContiguousUTF8()
    self.code = code
    bytes = code.utf8
    index = code.startIndex
  }

  private mutating func run() -> [Token] {
    while index < bytes.endIndex {
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
    let byte = bytes[index]
    if isNext("//") {
      skip { !$0.isLineEnd }
      return .comment
    }
    if isNext("/*") {
      skipBlockComment()
      return .comment
    }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") && isRawString {
      skipString()
      return .string
    }
    if byte.isDigit {
      skipNumber()
      return .number
    }
    if byte.isLetter || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#") {
      return word()
    }
    bytes.formIndex(after: &index)
    return .plain
  }

  private mutating func skipNumber() {
    skip { $0.isLetter || $0.isDigit }
    // A point belongs to a number only before a digit: `0...9` is a range.
    if isNext("."), bytes[bytes.index(after: index)...].first?.isDigit == true {
      bytes.formIndex(after: &index)
      skip { $0.isLetter || $0.isDigit }
    }
    let last = bytes[bytes.index(before: index)]
    if isNext("+") || isNext("-"), last == UInt8(ascii: "e") || last == UInt8(ascii: "E") {
      bytes.formIndex(after: &index)
      skip { $0.isDigit }
    }
  }

  private mutating func word() -> Kind {
    let start = index
    let isMember = start > bytes.startIndex && bytes[bytes.index(before: start)] == UInt8(ascii: ".")
    let first = bytes[start]
    bytes.formIndex(after: &index)
    if first == UInt8(ascii: "#") { skip { $0 == UInt8(ascii: "#") } }
    skip { $0.isLetter || $0.isDigit }
    if first == UInt8(ascii: "@") || first == UInt8(ascii: "#") { return .keyword }
    let word = code[start..<index]
    // `case x:` ends in a colon, too, but there the keyword comes first; `default:` is the one keyword before a colon.
    let isLabel = isNext(":") && word != "default"
    if Self.keywords.contains(word), !isLabel, !isMember || word == "self" || word == "init" { return .keyword }
    if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first { return .type }
    return isNext("(") ? .call : .plain
  }

  private func isNext(_ text: StaticString) -> Bool {
    var place = index
    for offset in 0..<text.utf8CodeUnitCount {
      guard place < bytes.endIndex, bytes[place] == text.utf8Start[offset] else { return false }
      bytes.formIndex(after: &place)
    }
    return true
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.endIndex, condition(bytes[index]) { bytes.formIndex(after: &index) }
  }

  /// Moves on by `count` bytes, or to the end.
  private mutating func skip(_ count: Int) {
    index = bytes.index(index, offsetBy: count, limitedBy: bytes.endIndex) ?? bytes.endIndex
  }

  private var isRawString: Bool {
    bytes[index...].first { $0 != UInt8(ascii: "#") } == UInt8(ascii: "\"")
  }

  /// Swift's block comments may stand in one another.
  private mutating func skipBlockComment() {
    var depth = 0
    while index < bytes.endIndex {
      if isNext("/*") {
        depth += 1
        skip(2)
      } else if isNext("*/") {
        depth -= 1
        skip(2)
        if depth == 0 { return }
      } else {
        skip(1)
      }
    }
  }

  private mutating func skipString() {
    let start = index
    skip { $0 == UInt8(ascii: "#") }
    let hashes = bytes.distance(from: start, to: index)
    let isLong = isNext("\"\"\"")
    skip(isLong ? 3 : 1)
    while index < bytes.endIndex {
      if isLong ? isNext("\"\"\"") : isNext("\""), hasHashes(hashes, after: isLong ? 3 : 1) {
        return skip((isLong ? 3 : 1) + hashes)
      }
      if isNext("\\"), hasHashes(hashes, after: 1) {
        skip(1 + hashes + 1)
      } else if !isLong, bytes[index].isLineEnd {
        return
      } else {
        skip(1)
      }
    }
  }

  /// Whether as many `#` as the string began with stand behind the next `count` bytes.
  private func hasHashes(_ hashes: Int, after count: Int) -> Bool {
    var rest = bytes[index...].dropFirst(count)
    for _ in 0..<hashes {
      guard rest.popFirst() == UInt8(ascii: "#") else { return false }
    }
    return true
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  fileprivate var isLetter: Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 || self == UInt8(ascii: "_") || self >= 0x80
  }

  fileprivate var isLineEnd: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
