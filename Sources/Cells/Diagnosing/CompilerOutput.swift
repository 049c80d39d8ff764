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

  /// A Swift that is not the one that is there now.
  struct OtherSwift: Equatable {
    let version: String?
  }

  /// Returns the Swift that the model library was built with, where the compiler says that it cannot read that one's modules;
  /// the version is `nil` where it does not say which one it was.
  static func swiftOfLibrary(_ output: String) -> OtherSwift? {
    for line in output.split(separator: "\n") {
      guard line.contains("error: ") else { continue }
      if let match = line.firstMatch(of: /module compiled with Swift (?<version>[0-9.]+) cannot be imported by/) {
        return OtherSwift(version: String(match.version))
      }
      let words = [
        "compiled module was created by a newer version of the compiler",
        "compiled module was created by an older version of the compiler",
        "compiled module was created by a different version of the compiler", "malformed compiled module",
      ]
      if words.contains(where: { line.contains($0) }) { return OtherSwift(version: nil) }
    }
    return nil
  }

  /// The messages of a run that failed; where there is none of a place, all that the compiler said.
  static func errors(_ output: String) -> [CompilerMessage] {
    let messages = messages(output)
    guard !messages.contains(where: { $0.severity == .error }) else { return messages }
    return [CompilerMessage(file: "", line: 0, column: 0, severity: .error, text: visibleLines(output))]
  }
}
