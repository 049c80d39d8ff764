import Foundation

/// A word in a shell's script.
enum ShellWord {
  /// The command of a shell that runs one after the other, and stops at the first that fails.
  static func sequence(_ commands: [[String]]) -> [String] {
    ["/bin/sh", "-c", commands.map { $0.map(quoted).joined(separator: " ") }.joined(separator: " && ")]
  }

  static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: #"'\''"#))'" }
}
