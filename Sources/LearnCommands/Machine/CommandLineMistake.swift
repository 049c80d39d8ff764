import ArgumentParser
import Foundation
import Messages

/// A slip in the command line: what the parser says of it, told as every other error is.
struct CommandLineMistake {
  private let words: [String]

  /// - Parameter words: the command line without the program's name.
  init(_ words: [String]) { self.words = words }

  /// Returns the error in our words; `nil` for what is none, such as a wish for help.
  func failure(_ error: any Error) -> Failure? {
    if let unknown { return unknown }
    guard Learn.exitCode(for: error) != .success else { return nil }
    return Failure(Self.sentence(Learn.message(for: error)), help: help(error), status: .usage)
  }

  /// The commands that the line names, from `learn` on, and the first word that is not one of them.
  private var path: (commands: [any ParsableCommand.Type], next: String?) {
    var commands: [any ParsableCommand.Type] = [Learn.self]
    for word in words.first == "help" ? words.dropFirst() : words[...] {
      guard let next = Self.subcommands(commands[commands.count - 1]).first(where: { $0._commandName == word }) else {
        return (commands, word)
      }
      commands.append(next)
    }
    return (commands, nil)
  }

  private var line: String { path.commands.map { $0._commandName }.joined(separator: " ") }

  private static func subcommands(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    let configuration = command.configuration
    return configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
  }

  /// A word where a command is wanted: the parser takes it for an argument that nobody wants, and help for that of all.
  var unknown: Failure? {
    guard let word = path.next, !word.hasPrefix("-"), word != "help" else { return nil }
    let known = Set(Self.subcommands(path.commands[path.commands.count - 1]).map { $0._commandName })
    guard !known.isEmpty else { return nil }
    return Failure(
      "`\(word)` is no command of \(line)",
      help: Suggestion.closest(to: word, in: known.sorted() + ["help"]).map { "did you mean `\(line) \($0)`?" }
        ?? "see `\(line) --help`", status: .usage)
  }

  /// The parser's sentence as the middle of one.
  private static func sentence(_ message: String) -> String {
    let first = message.split(separator: "\n").first.map(String.init) ?? message
    let said = first.components(separatedBy: ". ")[0].replacing("'", with: "`")
    return said.prefix(1).lowercased() + said.dropFirst()
  }

  private func help(_ error: any Error) -> String {
    let message = Learn.message(for: error), rest = "see `\(line) --help`"
    if let option = message.firstMatch(of: /^Missing value for '(--[a-z-]+)/)?.1,
      let place = words.firstIndex(of: String(option)), words.indices.contains(place + 1)
    {
      return "a value that begins with `-` is written `\(option)=\(words[place + 1])`; \(rest)"
    }
    if let meant = message.firstMatch(of: /Did you mean '([^']+)'/)?.1 { return "did you mean `\(meant)`?" }
    let values = message.split(separator: "\n").filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    if let given = message.firstMatch(of: /^The value '([^']*)'/)?.1, !values.isEmpty {
      let meant = Suggestion.closest(to: String(given), in: values).map { "did you mean `\($0)`? " } ?? ""
      return meant + "There is: \(values.joined(separator: ", "))"
    }
    return rest
  }
}
