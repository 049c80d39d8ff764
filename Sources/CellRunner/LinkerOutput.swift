import Course
import Foundation

/// Reads what `wasm-ld` says of a cell that cannot be linked: functions that there are none of in a browser.
enum LinkerOutput {
  /// What in a cell's code asks for a function that is not there, by the beginning of its name.
  private static let causes: [(symbol: String, words: [String])] = [
    ("_swift_stdlib_strto", ["Float", "Double", "Float16", "Float80"]),
    ("swift_task", ["Task", "await"]),
    ("exp", ["exp"]), ("log", ["log"]), ("pow", ["pow"]), ("sin", ["sin"]), ("cos", ["cos"]), ("tan", ["tan"]),
  ]

  /// A message for each missing function, with its place where the cell's words tell it.
  static func messages(_ output: String, program: CellProgram) -> [CompilerMessage] {
    var names: [String] = []
    for line in output.split(separator: "\n") {
      guard let range = line.range(of: "undefined symbol: ") else { continue }
      let name = String(line[range.upperBound...])
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else {
      return [CompilerMessage(file: "", line: 0, column: 0, severity: .error, text: visible(output))]
    }
    return names.map { name in
      let words = causes.first { name.hasPrefix($0.symbol) }?.words ?? []
      let place = (program.needed + [program.cell]).lazy.compactMap { self.place(of: words, in: $0) }.first
      return CompilerMessage(
        file: program.cell.file, line: place?.line ?? program.cell.firstLine, column: place?.column ?? 1,
        severity: .error, text: "there is no function \(visible(name))")
    }
  }

  /// Where one of the words is called first, in a text's interpolation, too.
  private static func place(of words: [String], in cell: Cell) -> (line: Int, column: Int)? {
    words.compactMap { cell.place(of: "\($0)(") }.first
  }
}

extension Cell {
  /// Where the code has this text first, as line and column of the lesson.
  package func place(of text: String) -> (line: Int, column: Int)? {
    guard let range = code.range(of: text) else { return nil }
    let before = code[..<range.lowerBound]
    let lineStart = before.lastIndex(where: \.isNewline).map(code.index(after:)) ?? code.startIndex
    return (firstLine + before.count(where: \.isNewline), code[lineStart..<range.lowerBound].utf8.count + 1)
  }
}
