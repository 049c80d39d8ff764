import Foundation

/// Reads the messages of the Swift compiler (`-diagnostic-style llvm`): `file:line:column: severity: text`.
enum CompilerOutput {
  static func messages(_ output: String) -> [CompilerMessage] {
    output.split(separator: "\n").compactMap { line in
      // Made here: a compiled regular expression cannot be shared between threads.
      let pattern = /^(?<file>[^:]+):(?<line>\d+):(?<column>\d+): (?<severity>error|warning|note): (?<text>.*)$/
      guard let match = line.wholeMatch(of: pattern), let number = Int(match.line), let column = Int(match.column),
        let severity = CompilerMessage.Severity(rawValue: String(match.severity))
      else { return nil }
      return CompilerMessage(
        file: String(match.file), line: number, column: column, severity: severity, text: String(match.text))
    }
  }
}
