import Course
import Foundation
import Messages

/// The reader of what a linker says of a cell that cannot be linked: which functions there are none of.
enum LinkerOutput {
  /// The words in a cell's code that ask for a function that is not there, by the beginning of the function's symbol.
  private static let causes: [(symbol: String, words: [String])] = [
    ("_swift_stdlib_strto", ["Float", "Double", "Float16", "Float80"]),
    ("swift_stdlib_readLine", ["readLine"]), ("swift_task", ["Task", "await"]),
    ("exp", ["exp"]), ("log", ["log"]), ("pow", ["pow"]), ("sin", ["sin"]), ("cos", ["cos"]), ("tan", ["tan"]),
  ]

  /// The number of characters that are read of a line: it cites names that a cell chooses.
  private static let longestLine = 2_000

  /// A message for each missing function, with its place where the linker or the cell's words tell it.
  static func messages(_ output: String, program: CellProgram) -> [CompilerMessage] {
    let missing = missing(output)
    guard !missing.isEmpty else {
      let text = visibleLines(output)
      return [CompilerMessage(file: "", line: 0, column: 0, severity: .error, text: text)]
    }
    return missing.map { name, line in
      let words = causes.first { name.hasPrefix($0.symbol) }?.words ?? []
      let cells = program.needed + [program.cell]
      let place =
        cells.lazy.compactMap { self.place(of: words, in: $0) }.first
        ?? line.flatMap { line in cells.contains { !$0.line(line).isEmpty } ? (line, 1) : nil }
      return CompilerMessage(
        file: program.cell.file, line: place?.line ?? program.cell.firstLine, column: place?.column ?? 1,
        severity: .error, text: "there is no function \(visible(name))")
    }
  }

  /// Returns the name, as a cell calls it, of what the model library should have and has not; `nil` where it lacks
  /// nothing.
  static func missingOfLibrary(_ output: String) -> String? {
    missing(output).lazy.compactMap { name, _ -> String? in
      // Swift's symbols: `$s`, then module and name, each behind its length.
      let symbol = name.drop { $0 == "_" }
      guard
        let module = EmbeddedModules.ofCells.first(where: { symbol.hasPrefix("$s\($0.count)\($0)") })
      else { return nil }
      let rest = symbol.dropFirst("$s\(module.count)\(module)".count)
      let digits = rest.prefix(while: \.isNumber)
      guard let count = Int(digits), count > 0 else { return module }
      return String(rest.dropFirst(digits.count).prefix(count))
    }.first
  }

  /// The functions that are not there, each once, with the line that calls it where the linker knows it:
  /// `undefined symbol: name`, `>>> referenced by file:line`, or Apple's `"name", referenced from:`.
  private static func missing(_ output: String) -> [(name: String, line: Int?)] {
    var missing: [(name: String, line: Int?)] = []
    for line in output.split(separator: "\n").map({ $0.prefix(longestLine) }) {
      if let match = line.firstMatch(of: /undefined symbol: (?<name>.+)$/) {
        missing.append((String(match.name), nil))
      } else if let match = line.wholeMatch(of: /\s*"(?<name>[^"]+)", referenced from:/) {
        missing.append((String(match.name), nil))
      } else if !missing.isEmpty, missing[missing.count - 1].line == nil,
        let match = line.prefixMatch(of: />>> referenced by [^:]+:(?<line>\d+)/)
      {
        missing[missing.count - 1].line = Int(match.line)
      }
    }
    var seen: Set<String> = []
    return missing.filter { seen.insert($0.name).inserted }
  }

  /// Returns the first place where one of the words is called, in a text's interpolation, too.
  private static func place(of words: [String], in cell: Cell) -> (line: Int, column: Int)? {
    words.compactMap { cell.place(of: "\($0)(") }.first
  }
}

extension Cell {
  /// The code of a line of the lesson.
  func line(_ number: Int) -> String {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(number - firstLine) ? String(lines[number - firstLine]) : ""
  }

  /// Returns the first place of this text in the code, as line and column of the lesson.
  package func place(of text: String) -> (line: Int, column: Int)? {
    guard let range = code.range(of: text) else { return nil }
    let before = code[..<range.lowerBound]
    let lineStart = before.lastIndex(where: \.isNewline).map(code.index(after:)) ?? code.startIndex
    return (firstLine + before.count(where: \.isNewline), code[lineStart..<range.lowerBound].utf8.count + 1)
  }
}
