import ArgumentParser
import CellRunner
import Course
import Foundation

/// Which cell, with which seed and settings: what `run` and `explore` are told.
struct CellChoice: ParsableArguments {
  @Argument(help: ArgumentHelp("The cell's number or id; the word `cell` may stand before it.", valueName: "cell"))
  var words: [String]

  @Option(help: "The lesson's number or id, in place of the one that you are at.")
  var lesson: String?

  @Option(help: "A seed, in place of the cell's own.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Set what the cell declares with `parameter`.", valueName: "name=value"))
  var set: [String] = []

  /// The cell, with those that it needs.
  func program(in app: App, command: String) throws -> (program: CellProgram, lesson: Lesson) {
    let lesson = try lesson.map { try app.lesson(named: $0) } ?? app.lessonAtHand()
    let cell = try lesson.cell(named: try cellName(command))
    return (CellProgram(cell, needing: lesson.needed(by: cell)), lesson)
  }

  /// The command line that means the same cell, seed and settings.
  func line(_ command: String) -> String {
    var words = ["learn", command] + self.words
    if let lesson { words += ["--lesson", lesson] }
    if let seed { words += ["--seed", "\(seed)"] }
    for setting in set { words += ["--set", setting] }
    return words.joined(separator: " ")
  }

  private func cellName(_ command: String) throws -> String {
    let names = words.first == "cell" ? Array(words.dropFirst()) : words
    guard names.count == 1 else {
      throw Failure("name one cell", help: "for example `learn \(command) cell 1`", status: .usage)
    }
    return names[0]
  }

  /// What `--set` says, where the program declares it.
  func settings(for program: CellProgram) throws -> [String: Float] {
    var settings: [String: Float] = [:]
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Float(parts[1]), value.isFinite else {
        throw Failure(
          "`--set \(text)` is no name and number", help: "for example `--set smoothing=0.5`", status: .usage)
      }
      settings[String(parts[0])] = value
    }
    try check(settings, for: program)
    return settings
  }

  /// A setting that the cell does not declare is told before anything runs.
  private func check(_ settings: [String: Float], for program: CellProgram) throws {
    guard let declared = program.parameterNames else { return }
    for name in settings.keys.sorted() where !declared.contains(name) {
      let known = declared.isEmpty ? "it has none" : "it has: " + declared.joined(separator: ", ")
      throw Failure(
        "the cell has no parameter called \(name)",
        help: Suggestion.closest(to: name, in: declared).map { "did you mean \($0)?" } ?? known, status: .usage)
    }
  }
}
