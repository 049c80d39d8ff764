import Markup

/// Reads a cell: a block of Swift whose first lines are options `//| name: value`, one of which is `id`.
struct CellReader {
  private let file: String
  private(set) var problems: [Problem] = []

  init(file: String) {
    self.file = file
  }

  /// `nil` for a block that is no cell.
  mutating func read(_ block: CodeBlock, number: Int, earlier: [Cell]) -> Cell? {
    guard block.language == "swift", block.literal.hasPrefix("//|") else { return nil }
    let lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
    let options = lines.prefix { $0.hasPrefix("//|") && HidingMark($0) == nil }
    var cell = Cell(
      number: number, id: "", file: file, firstLine: block.contentStart.line + options.count,
      code: lines.dropFirst(options.count).joined(separator: "\n"))
    for (index, line) in options.enumerated() {
      let position = SourcePosition(line: block.contentStart.line + index, column: block.contentStart.column)
      guard let colon = line.firstIndex(of: ":") else {
        report(.cellOptionWithoutValue(String(line)), position)
        continue
      }
      let name = trimmed(line[..<colon].dropFirst(3))
      let value = trimmed(line[line.index(after: colon)...])
      guard !value.isEmpty else {
        report(.cellOptionWithoutValue(String(line)), position)
        continue
      }
      set(name, value, in: &cell, at: position, earlier: earlier)
    }
    checkHiding(lines.dropFirst(options.count), from: cell.firstLine, column: block.contentStart.column)
    if cell.id.isEmpty {
      report(.missingKey("//| id"), block.contentStart)
      return nil
    }
    return cell
  }

  /// What is hidden must be shown again, and nothing else can be.
  private mutating func checkHiding(_ lines: ArraySlice<Substring>, from first: Int, column: Int) {
    var hidden: SourcePosition?
    for (index, line) in lines.enumerated() {
      let position = SourcePosition(line: first + index, column: column)
      switch (HidingMark(line), hidden) {
      case (nil, _): break
      case (.hide?, nil): hidden = position
      case (.hide?, _?): report(.unbalancedHiding("//| hide"), position)
      case (.show?, nil): report(.unbalancedHiding("//| show"), position)
      case (.show?, _?): hidden = nil
      }
    }
    if let hidden { report(.unbalancedHiding("//| hide"), hidden) }
  }

  private mutating func set(
    _ name: String, _ value: String, in cell: inout Cell, at position: SourcePosition, earlier: [Cell]
  ) {
    switch name {
    case "id":
      cell.id = value
      if !Fields.isIdentifier(value) {
        report(.wrongValue(key: "id", value: value, allowed: Fields.identifier), position)
      }
    case "needs":
      cell.needs = value.split(separator: ",").map { trimmed($0) }
      for need in cell.needs where !earlier.contains(where: { $0.id == need }) {
        report(.unknownNeed(need, suggestion: Suggestion.closest(to: need, in: earlier.map(\.id))), position)
      }
    case "seconds":
      guard let seconds = Int(value), seconds > 0 else {
        return report(.cellOptionIsNoNumber(name, value: value), position)
      }
      guard seconds <= 86_400 else {
        return report(.wrongValue(key: name, value: value, allowed: ["at most 86400"]), position)
      }
      cell.secondsAllowed = seconds
    case "seed":
      guard let seed = UInt64(value) else { return report(.cellOptionIsNoNumber(name, value: value), position) }
      cell.seed = seed
    case "expect":
      guard value == "error" else {
        return report(.wrongValue(key: "expect", value: value, allowed: ["error"]), position)
      }
      cell.expectsError = true
    default:
      report(
        .unknownCellOption(
          name, suggestion: Suggestion.closest(to: name, in: ["id", "needs", "seconds", "seed", "expect"])), position)
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private mutating func report(_ kind: Problem.Kind, _ position: SourcePosition) {
    problems.append(Problem(kind, file: file, at: position))
  }
}
