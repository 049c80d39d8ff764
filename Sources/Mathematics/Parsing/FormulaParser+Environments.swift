extension FormulaParser {
  /// Reads what comes after `\left`, up to and with its `\right` and delimiter.
  mutating func fenced(from start: Int) throws(FormulaError) -> Expression {
    let left = try delimiter(after: "\\left")
    var items: [Expression] = []
    while true {
      items += try nested { parser throws(FormulaError) in try parser.row() }
      guard nextCommand == "middle" else { break }
      skip(command: "middle")
      items.append(.symbol(Symbol(try delimiter(after: "\\middle").text, .separator)))
    }
    guard nextCommand == "right" else {
      throw isAtEnd ? error(.unclosed("\\left"), at: start) : error(.unexpected(peekName()))
    }
    skip(command: "right")
    let right = try delimiter(after: "\\right")
    return .fenced(Expression.Fence(left: left.text, right: right.text, isStretchy: true), items)
  }

  /// Reads the delimiter that a command asks for; `.` is an empty one.
  mutating func delimiter(after command: String) throws(FormulaError) -> Symbol {
    skipSpace()
    let start = index
    if let name = nextCommand {
      guard let symbol = Vocabulary.delimiters[name] else { throw error(.notADelimiter("\\" + name), at: start) }
      skip(command: name)
      return symbol
    }
    guard let scalar = next else { throw error(.missingArgument(of: command)) }
    if scalar == "." {
      advance()
      return Symbol("", .ordinary)
    }
    guard "()[]|/⟨⟩".unicodeScalars.contains(scalar), let symbol = Vocabulary.characters[scalar] else {
      throw error(.notADelimiter(String(scalar)), at: start)
    }
    advance()
    return symbol
  }

  /// Reads what comes after `\begin`, up to and with its `\end{…}`.
  mutating func environment(from start: Int) throws(FormulaError) -> Expression {
    let nameStart = index
    let name = try environmentName(of: "\\begin")
    guard let kind = Vocabulary.environments[name] else { throw error(.unknownEnvironment(name), at: nameStart) }
    var rows: [[Expression]] = [[]]
    while true {
      let cell = try nested { parser throws(FormulaError) in try parser.row() }
      rows[rows.count - 1].append(Self.expression(cell))
      if take("&") { continue }
      guard let command = nextCommand else {
        throw isAtEnd ? error(.unclosed("\\begin{\(name)}"), at: start) : error(.unexpected(peekName()))
      }
      if command == "\\" {
        skip(command: command)
        rows.append([])
      } else if command == "end" {
        let end = index
        skip(command: command)
        let found = try environmentName(of: "\\end")
        guard found == name else { throw error(.mismatchedEnd(expected: name, found: found), at: end) }
        break
      } else {
        throw error(.unexpected("\\" + command))
      }
    }
    // A `\\` behind the last row begins none.
    if rows.count > 1, rows.last == [.row([])] { rows.removeLast() }
    return .grid(Expression.Grid(kind: kind, rows: rows))
  }

  private mutating func environmentName(of command: String) throws(FormulaError) -> String {
    skipSpace()
    let start = index
    guard take("{") else { throw error(.missingArgument(of: command)) }
    var name = ""
    while !take("}") {
      guard !isAtEnd else { throw error(.unclosed("{"), at: start) }
      name.unicodeScalars.append(advance())
    }
    return name
  }
}
