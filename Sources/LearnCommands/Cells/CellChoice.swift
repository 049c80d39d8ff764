import ArgumentParser
import Cells
import Course
import Foundation
import Messages

/// The arguments that choose a cell, its seed and its settings, shared by `run` and `explore`.
struct CellChoice: ParsableArguments {
  @OptionGroup var argument: CellArgument

  @Option(help: "A seed, in place of the cell's own.")
  var seed: UInt64?

  @Option(help: ArgumentHelp("Set what the cell declares with `parameter`.", valueName: "name=value"))
  var set: [String] = []

  /// The command line that means the cell with the same seed and settings.
  func line(_ command: String, _ cell: Cell, in lesson: Lesson, _ context: Context) -> String {
    var line = "learn \(command) \(lesson.number).\(cell.number)"
    if let seed { line += " --seed \(seed)" }
    for setting in set { line += Shell.option("--set", setting) }
    return line + context.courseWords
  }

  /// Returns the settings of `--set`, which the program has to declare.
  func settings(for program: CellProgram) throws -> [String: Float] {
    var settings: [String: Float] = [:]
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Float(decimal: Self.withPoint(parts[1])) else {
        throw Failure(
          "`--set \(text)` is no name and number", help: "for example `--set smoothing=0.5`", status: .usage)
      }
      settings[String(parts[0])] = value
    }
    try check(settings, for: program)
    return settings
  }

  /// A number as much of Europe writes it, `0,5`, is understood.
  private static func withPoint(_ text: Substring) -> Substring {
    text.count { $0 == "," } == 1 && !text.contains(".") ? text.replacing(",", with: ".") : text
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
