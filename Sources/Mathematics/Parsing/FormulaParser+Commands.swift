extension FormulaParser {
  /// Reads a command and what it takes.
  mutating func command(_ name: String) throws(FormulaError) -> Expression {
    let start = index
    let written = "\\" + name
    skip(command: name)
    if let symbol = Vocabulary.symbols[name] {
      // `\mathbf{\mu}`: letters that are typed as commands are in the alphabet too.
      if case .identifier(let letter) = symbol, let scalar = letter.unicodeScalars.first {
        return .identifier(alphabet.letter(scalar))
      }
      return limits(symbol)
    }
    if let accent = Accent(rawValue: name) { return .accent(accent, try argument(of: written)) }
    if let alphabet = Vocabulary.alphabets[name] { return try inAlphabet(alphabet, written) }
    if Vocabulary.texts.contains(name) { return try words(of: written) }
    if let height = height(of: name) {
      var symbol = try delimiter(after: written)
      symbol.height = height
      return .symbol(symbol)
    }
    switch name {
    case "frac": return .fraction(try argument(of: written), try argument(of: written), .automatic)
    case "tfrac": return .fraction(try argument(of: written), try argument(of: written), .text)
    case "dfrac": return .fraction(try argument(of: written), try argument(of: written), .display)
    case "sqrt":
      let index = try optionalArgument()
      return .root(try argument(of: written), index: index)
    case "underbrace", "overbrace":
      return .brace(try argument(of: written), isOver: name == "overbrace", label: nil)
    case "overset", "stackrel":
      let above = try argument(of: written)
      return .stacked(try argument(of: written), below: nil, above: above)
    case "underset":
      let below = try argument(of: written)
      return .stacked(try argument(of: written), below: below, above: nil)
    case "operatorname":
      let hasLimits = take("*")
      return .function(try text(of: written), hasLimits: hasLimits)
    case "left": return try fenced(from: start)
    case "begin": return try environment(from: start)
    case "limits", "nolimits": throw error(.unexpected(written), at: start)
    default: throw error(.unknownCommand(written), at: start)
    }
  }

  /// `\limits` or `\nolimits` behind an operator.
  private mutating func limits(_ expression: Expression) -> Expression {
    guard let hasLimits = ["limits": true, "nolimits": false][followingCommand ?? ""] else { return expression }
    switch expression {
    case .largeOperator(let sign, _):
      skipSpace()
      skip(command: hasLimits ? "limits" : "nolimits")
      return .largeOperator(sign, hasLimits: hasLimits)
    case .function(let name, _):
      skipSpace()
      skip(command: hasLimits ? "limits" : "nolimits")
      return .function(name, hasLimits: hasLimits)
    default: return expression
    }
  }

  private var followingCommand: String? {
    var ahead = self
    ahead.skipSpace()
    return ahead.nextCommand
  }

  private mutating func inAlphabet(_ new: Alphabet, _ written: String) throws(FormulaError) -> Expression {
    let outside = alphabet
    alphabet = new
    defer { alphabet = outside }
    return try argument(of: written)
  }

  /// Reads `{words}`, with formulas between dollar signs among them.
  private mutating func words(of command: String) throws(FormulaError) -> Expression {
    skipSpace()
    let start = index
    guard take("{") else { throw error(.missingArgument(of: command)) }
    var parts: [Expression] = []
    while true {
      let text = try textBefore(["}", "$"], since: start)
      if !text.isEmpty || parts.isEmpty { parts.append(.text(text)) }
      if take("}") { return Self.expression(parts) }
      parts.append(try formulaBetweenDollars())
    }
  }

  private mutating func formulaBetweenDollars() throws(FormulaError) -> Expression {
    let start = index
    advance()
    var source = "", isEscaped = false
    while let scalar = next, scalar != "$" || isEscaped {
      source.unicodeScalars.append(scalar)
      isEscaped = scalar == "\\" && !isEscaped
      advance()
    }
    guard take("$") else { throw error(.unclosed("$"), at: start) }
    do throws(FormulaError) {
      var parser = FormulaParser(source)
      return try parser.parse()
    } catch {
      throw FormulaError(kind: error.kind, offset: self.error(.unclosed("$"), at: start).offset + 1 + error.offset)
    }
  }

  /// Reads `{words}`, in which only escapes mean something.
  private mutating func text(of command: String) throws(FormulaError) -> String {
    skipSpace()
    let start = index
    guard take("{") else { throw error(.missingArgument(of: command)) }
    let text = try textBefore(["}"], since: start)
    _ = take("}")
    return text
  }

  /// Reads words up to one of the signs, which stays unread.
  private mutating func textBefore(
    _ ends: Set<Unicode.Scalar>, since start: Int
  ) throws(FormulaError) -> String {
    var text = ""
    while !(next.map(ends.contains) ?? false) {
      guard let scalar = next else { throw error(.unclosed("{"), at: start) }
      if let escaped = nextCommand {
        switch escaped {
        case "%", "$", "#", "&", "_", "{", "}": text += escaped
        case " ", ",", ":", ";", "quad": text += " "
        default: throw error(.unexpected("\\" + escaped))
        }
        skip(command: escaped)
      } else if scalar == "{" || scalar == "$" {
        throw error(.unexpected(String(scalar)))
      } else {
        text.unicodeScalars.append(scalar.properties.isWhitespace || scalar == "~" ? " " : scalar)
        advance()
      }
    }
    return text
  }

  /// Reads `[ … ]` behind `\sqrt`.
  private mutating func optionalArgument() throws(FormulaError) -> Expression? {
    skipSpace()
    let start = index
    guard take("[") else { return nil }
    var items: [Expression] = []
    while !take("]") {
      skipSpace()
      guard !isAtEnd else { throw error(.unclosed("["), at: start) }
      guard next != "]" else { continue }
      let base = try argument(of: "\\sqrt")
      items.append(try scripts(on: base))
    }
    return Self.expression(items)
  }

  private func height(of name: String) -> Int? {
    if let height = Vocabulary.heights[name] { return height }
    guard let last = name.last, "lrm".contains(last) else { return nil }
    return Vocabulary.heights[String(name.dropLast())]
  }
}
