import Course
import Foundation
import Messages

/// The reader of the messages of the Swift compiler (`-diagnostic-style llvm`): `file:line:column: severity: text`.
enum CompilerOutput {
  /// The first of them, as many as `Limits.messages`.
  static func messages(_ output: String) -> [CompilerMessage] {
    let messages = output.split(separator: "\n").lazy.compactMap { line -> CompilerMessage? in
      // Made here: a compiled regular expression cannot be shared between threads.
      let pattern = /^(?<file>[^:]+):(?<line>\d+):(?<column>\d+): (?<severity>error|warning|note): (?<text>.*)$/
      guard let match = line.wholeMatch(of: pattern), let number = Int(match.line), let column = Int(match.column),
        let severity = CompilerMessage.Severity(rawValue: String(match.severity))
      else { return nil }
      return CompilerMessage(
        file: String(match.file), line: number, column: column, severity: severity, text: String(match.text))
    }
    return Array(messages.prefix(Limits.messages))
  }

  /// The messages of a run that failed; where there is none of a place, all that the compiler said.
  static func errors(_ output: String) -> [CompilerMessage] {
    let messages = messages(output)
    guard !messages.contains(where: { $0.severity == .error }) else { return messages }
    return [CompilerMessage(file: "", line: 0, column: 0, severity: .error, text: visibleLines(output))]
  }
}
