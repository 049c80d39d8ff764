/// A parser of TeX, one construction a method.
struct FormulaParser {
  private let scalars: [Unicode.Scalar]
  var index = 0
  var alphabet = Alphabet.italic
  private(set) var depth = 0
  /// Whether a single bar stands before this place, in the same pair of delimiters: `||` then is two bars.
  private(set) var hasOpenBar = false

  init(_ source: some StringProtocol) {
    scalars = Array(source.unicodeScalars)
  }

  mutating func parse() throws(FormulaError) -> Expression {
    let items = try row()
    guard isAtEnd else { throw error(.unexpected(peekName())) }
    return Self.expression(items)
  }

  /// Reads until something that closes or separates, which stays unread.
  mutating func row() throws(FormulaError) -> [Expression] {
    var items: [Expression] = []
    let outside = (depth, hasOpenBar)
    defer { (depth, hasOpenBar) = outside }
    hasOpenBar = false
    while true {
      skipSpace()
      guard !endsRow else { break }
      let start = index
      let base = startsScript ? Expression.row([]) : try atom()
      if case .symbol(let symbol) = base {
        // Delimiters become groups afterwards: they count as nesting here.
        if symbol.role == .opening { try deepen(at: start) }
        if symbol.role == .closing { depth = max(outside.0, depth - 1) }
        hasOpenBar = symbol.role == .bar ? symbol.text == "|" && !hasOpenBar : hasOpenBar && !symbol.isDelimiter
      }
      items.append(try scripts(on: base))
    }
    return Self.grouped(items)
  }

  /// Runs the body one level deeper.
  mutating func nested<Result>(
    _ body: (inout FormulaParser) throws(FormulaError) -> Result
  ) throws(FormulaError) -> Result {
    try deepen(at: index)
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func deepen(at start: Int) throws(FormulaError) {
    guard depth < Formula.deepestNesting else {
      throw error(.nestedTooDeeply(limit: Formula.deepestNesting), at: start)
    }
    depth += 1
  }

  static func expression(_ items: [Expression]) -> Expression {
    items.count == 1 ? items[0] : .row(items)
  }
}

// MARK: Characters

extension FormulaParser {
  var isAtEnd: Bool { index >= scalars.count }

  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }

  /// The command at this place, without its backslash.
  var nextCommand: String? {
    guard next == "\\" else { return nil }
    let rest = scalars[(index + 1)...]
    guard let first = rest.first else { return "" }
    guard Self.isLetter(first) else { return String(first) }
    var name = ""
    for scalar in rest.prefix(while: Self.isLetter) { name.unicodeScalars.append(scalar) }
    return name
  }

  @discardableResult
  mutating func advance() -> Unicode.Scalar {
    index += 1
    return scalars[index - 1]
  }

  /// Goes past a command whose name was looked at.
  mutating func skip(command: String) {
    index = min(scalars.count, index + 1 + command.unicodeScalars.count)
  }

  /// Goes past the scalar, if it is there.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  /// Goes past blanks and comments, which mean nothing in a formula.
  mutating func skipSpace() {
    while let scalar = next {
      if scalar == "%" {
        while !isAtEnd, next != "\n" { index += 1 }
      } else if scalar.properties.isWhitespace && scalar != "\u{A0}" {
        index += 1
      } else {
        return
      }
    }
  }

  /// Returns what stands here, for an error.
  func peekName() -> String {
    nextCommand.map { "\\" + $0 } ?? next.map { String($0) } ?? ""
  }

  func error(_ kind: FormulaError.Kind, at place: Int? = nil) -> FormulaError {
    let before = scalars[..<min(place ?? index, scalars.count)]
    return FormulaError(kind: kind, offset: before.reduce(0) { $0 + UTF8.width($1) })
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Whether a digit stands behind the next character, which then is a decimal point.
  var isDigitAfterNext: Bool {
    index + 1 < scalars.count && Self.isDigit(scalars[index + 1])
  }

  private var endsRow: Bool {
    switch next {
    case nil, "}", "&": true
    case "\\": ["\\", "end", "right", "middle"].contains(nextCommand ?? "")
    default: false
    }
  }

  private var startsScript: Bool {
    next == "_" || next == "^" || next == "'"
  }
}
