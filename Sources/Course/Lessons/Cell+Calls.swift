extension Cell {
  /// The texts with which the cell calls a function: its `parameter("name", …)`, its `metric("name", …)`. `nil` where
  /// one of them is no plain text, so that only a run can tell it.
  package func firstArguments(of function: String) -> [String]? {
    var texts: [String] = []
    let tokens = SwiftTokenizer.tokens(code)
    for (index, token) in tokens.enumerated() where token.kind == .call && token.text == function {
      guard index + 3 < tokens.count, tokens[index + 1].text == "(", tokens[index + 2].kind == .string,
        !tokens[index + 2].text.contains("\\("),
        // An argument that goes on, as in `"loss " + name`, is no plain text.
        let next = tokens[index + 3].text.first(where: { !$0.isWhitespace }), next == "," || next == ")"
      else { return nil }
      texts.append(String(tokens[index + 2].text.dropFirst().dropLast()))
    }
    return texts
  }
}

extension [Cell] {
  /// The cells that run in front of `cell`, each once, in the order of the lesson.
  func needed(by cell: Cell) -> [Cell] {
    var wanted = Set(cell.needs)
    var result: [Cell] = []
    for candidate in reversed() where candidate.number < cell.number && wanted.contains(candidate.id) {
      wanted.formUnion(candidate.needs)
      result.append(candidate)
    }
    return result.reversed()
  }

  /// Returns the first arguments with which all of them together call a function; `nil` where only a run can tell.
  package func firstArguments(of function: String) -> [String]? {
    var texts: [String] = []
    for cell in self {
      guard let own = cell.firstArguments(of: function) else { return nil }
      texts += own
    }
    return texts
  }
}
