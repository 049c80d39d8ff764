extension FormulaParser {
  /// Reads one thing without its scripts.
  mutating func atom() throws(FormulaError) -> Expression {
    if let command = nextCommand { return try self.command(command) }
    let start = index
    switch advance() {
    case "{":
      index = start
      return try group()
    case let scalar where Self.isDigit(scalar):
      return number(first: scalar)
    case let scalar where Self.isLetter(scalar):
      return letters(first: scalar)
    case "~", "\u{A0}":
      return .space(6)
    case "|" where !hasOpenBar && take("|"):
      return .symbol(Symbol("‖", .bar))
    case let scalar:
      if let symbol = Vocabulary.characters[scalar] { return .symbol(symbol) }
      // Letters of any script may be typed as they are; `…`, `∞` and their like as well.
      if scalar.properties.isAlphabetic || Vocabulary.isTypedSign(scalar) {
        return .identifier(alphabet.letter(scalar))
      }
      throw error(.unexpected(String(scalar)), at: start)
    }
  }

  /// Reads what follows a command that takes something: a group, or one letter, digit or command.
  mutating func argument(of command: String) throws(FormulaError) -> Expression {
    skipSpace()
    let start = index
    switch next {
    case "{": return try group()
    case nil, "}", "&", "_", "^", "'": throw error(.missingArgument(of: command), at: start)
    case let scalar? where Self.isDigit(scalar):
      advance()
      return .number(alphabet.letter(scalar))
    case let scalar? where Self.isLetter(scalar):
      advance()
      return alphabet == .upright ? .word(String(scalar)) : .identifier(alphabet.letter(scalar))
    default:
      if ["\\", "end", "right", "middle"].contains(nextCommand ?? "") {
        throw error(.missingArgument(of: command), at: start)
      }
      return try nested { parser throws(FormulaError) in try parser.atom() }
    }
  }

  /// Reads `{ … }`.
  mutating func group() throws(FormulaError) -> Expression {
    let start = index
    advance()
    let items = try nested { parser throws(FormulaError) in try parser.row() }
    guard take("}") else {
      throw isAtEnd ? error(.unclosed("{"), at: start) : error(.unexpected(peekName()))
    }
    // A sign alone in braces is a letter: `196{,}608`.
    if items.count == 1, case .symbol(var symbol) = items[0], !symbol.isDelimiter {
      symbol.role = .ordinary
      return .symbol(symbol)
    }
    return Self.expression(items)
  }

  /// Reads the scripts behind a base: at most one below, one above, and primes.
  mutating func scripts(on base: Expression) throws(FormulaError) -> Expression {
    var below: Expression?
    var above: Expression?
    var primes = ""
    while true {
      skipSpace()
      let start = index
      if take("'") {
        guard above == nil else { throw error(.doubleScript("'"), at: start) }
        primes += "′"
      } else if take("_") {
        guard below == nil else { throw error(.doubleScript("_"), at: start) }
        below = try argument(of: "_")
      } else if take("^") {
        guard above == nil else { throw error(.doubleScript("^"), at: start) }
        above = try argument(of: "^")
      } else if let digits = takeDigits(Vocabulary.raisedDigits) {
        guard above == nil else { throw error(.doubleScript("^"), at: start) }
        above = digits
      } else if let digits = takeDigits(Vocabulary.loweredDigits) {
        guard below == nil else { throw error(.doubleScript("_"), at: start) }
        below = digits
      } else {
        break
      }
    }
    if !primes.isEmpty {
      let mark = Expression.identifier(primes)
      above = above.map { .row([mark, $0]) } ?? mark
    }
    guard below != nil || above != nil else { return base }
    // A brace carries its label as a script.
    if case .brace(let inner, let isOver, nil) = base, let label = isOver ? above : below {
      let labelled = Expression.brace(inner, isOver: isOver, label: label)
      let other = isOver ? below : above
      guard let other else { return labelled }
      return .scripts(labelled, below: isOver ? other : nil, above: isOver ? nil : other)
    }
    return .scripts(base, below: below, above: above)
  }

  /// Reads digits of another height, as in `x²`; `nil` where there are none.
  private mutating func takeDigits(_ digits: [Unicode.Scalar: Unicode.Scalar]) -> Expression? {
    var text = ""
    while let scalar = next, let digit = digits[scalar] {
      text += alphabet.letter(digit)
      advance()
    }
    return text.isEmpty ? nil : .number(text)
  }

  private mutating func number(first: Unicode.Scalar) -> Expression {
    var digits = alphabet.letter(first)
    while let scalar = next {
      if Self.isDigit(scalar) {
        digits += alphabet.letter(advance())
      } else if scalar == ".", isDigitAfterNext {
        digits.unicodeScalars.append(advance())
      } else {
        break
      }
    }
    return .number(digits)
  }

  /// A letter; in the upright alphabet all that follow, as one word.
  private mutating func letters(first: Unicode.Scalar) -> Expression {
    guard alphabet == .upright else { return .identifier(alphabet.letter(first)) }
    var word = String(first)
    while let scalar = next, Self.isLetter(scalar) { word.unicodeScalars.append(advance()) }
    return .word(word)
  }
}
