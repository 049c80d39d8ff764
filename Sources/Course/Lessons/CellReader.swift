import Markup
import Messages

/// A reader of cells: blocks of Swift whose first lines are options `//| name: value`, one of which is `id`.
struct CellReader {
  private let file: String
  private(set) var problems: [Problem] = []

  init(file: String) {
    self.file = file
  }

  /// Whether a block is to be read as a cell.
  static func isCell(_ block: CodeBlock) -> Bool { block.language == "swift" && block.literal.hasPrefix("//|") }

  /// `nil` for a block that is no cell.
  mutating func read(_ block: CodeBlock, number: Int, earlier: [Cell]) -> Cell? {
    guard Self.isCell(block) else { return nil }
    let lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
    let options = Self.optionLines(lines)
    var cell = Cell(
      number: number, id: "", file: file, firstLine: block.contentStart.line + options.count,
      code: lines.dropFirst(options.count).joined(separator: "\n"))
    for option in read(options, from: block.contentStart) {
      set(option.name, option.value, in: &cell, at: option.position, earlier: earlier)
    }
    checkHiding(lines.dropFirst(options.count), from: cell.firstLine, column: block.contentStart.column)
    if cell.id.isEmpty {
      report(.missingKey("//| id"), block.contentStart)
      return nil
    }
    return cell
  }

  /// A learner's own version of `cell`. It may begin with options of its own.
  mutating func read(_ code: String, inPlaceOf cell: Cell) -> Cell {
    // Editors may end lines in another way.
    let lines = code.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let options = Self.optionLines(lines)
    var own = cell
    own.file = file
    own.firstLine = 1 + options.count
    own.code = lines.dropFirst(options.count).joined(separator: "\n")
    // A cell that is there to show an error may be mended.
    own.expectsError = false
    let known = ["seconds", "seed"]
    for option in read(options, from: SourcePosition(line: 1, column: 1)) {
      let (name, position) = (option.name, option.position)
      if known.contains(name) {
        set(name, option.value, in: &own, at: position, earlier: [])
      } else if let suggestion = Suggestion.closest(to: name, in: known) {
        report(.unknownKey(name, suggestion: suggestion), position)
      } else {
        report(.wrongValue(key: "//|", value: name, allowed: known), position)
      }
    }
    return own
  }

  private static func optionLines(_ lines: [Substring]) -> ArraySlice<Substring> {
    lines.prefix { $0.hasPrefix("//|") && HidingMark($0) == nil }
  }

  private mutating func read(
    _ lines: ArraySlice<Substring>, from start: SourcePosition
  ) -> [(name: String, value: String, position: SourcePosition)] {
    var options: [(name: String, value: String, position: SourcePosition)] = []
    for (index, line) in lines.enumerated() {
      let position = SourcePosition(line: start.line + index, column: start.column)
      let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, case let value = trimmed(parts[1]), !value.isEmpty else {
        report(.cellOptionWithoutValue(String(line)), position)
        continue
      }
      options.append((trimmed(parts[0]), value, position))
    }
    return options
  }

  /// Checks that what is hidden is shown again, and nothing else is.
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
        report(.unknownNeed(need, suggestion: problems.suggestion(for: need, in: earlier.map(\.id))), position)
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
          name, suggestion: problems.suggestion(for: name, in: ["id", "needs", "seconds", "seed", "expect"])), position)
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

extension Cell {
  /// The cell as a learner has changed it. Its options are the lesson's, but for `seconds` and `seed` where the text
  /// begins with them.
  package func changed(to text: String, in file: String) -> (cell: Cell, problems: [Problem]) {
    var reader = CellReader(file: file)
    return (reader.read(text, inPlaceOf: self), reader.problems)
  }
}
