import Course
import Messages

/// A message of the Swift compiler about a lesson's own line.
package struct CompilerMessage: Equatable, Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  package var file: String
  package var line: Int
  package var column: Int
  package var severity: Severity
  package var text: String
  /// The name that may be meant in place of one that is not there.
  package var suggestion: String? = nil
  /// The code of the line, where it is one of the cells'.
  package var code: String? = nil

  /// The place that the message is about; `nil` where it names none.
  var place: SourcePlace? { file.isEmpty ? nil : SourcePlace(file, line: line, column: column, content: code) }

  /// The name that stands at the place by itself; `nil` where it is a part of something longer, or no name.
  var name: String? {
    guard let code = code?.utf8, (1...code.count + 1).contains(column) else { return nil }
    let before = String(decoding: code.prefix(column - 1), as: UTF8.self)
    let rest = String(decoding: code.dropFirst(column - 1), as: UTF8.self)
    func isOfName(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
    let name = rest.prefix(while: isOfName)
    guard let first = name.first, !first.isNumber, before.last.map({ !isOfName($0) && $0 != "." }) ?? true,
      !rest.dropFirst(name.count).drop(while: \.isWhitespace).starts(with: /[.(\[{!?]/)
    else { return nil }
    return String(name)
  }
}

extension CompilerMessage {
  /// The messages, each with the code of its line, where that is one of the program's.
  static func withCode(_ messages: [CompilerMessage], of program: CellProgram) -> [CompilerMessage] {
    let cells = program.needed + [program.cell]
    var lines: [String: [Int: String]] = [:]
    for cell in cells {
      for (index, line) in cell.code.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        lines[cell.file, default: [:]][cell.firstLine + index] = String(line)
      }
    }
    return messages.map { message in
      var message = message
      message.code = lines[message.file]?[message.line]
      return message
    }
  }
}
