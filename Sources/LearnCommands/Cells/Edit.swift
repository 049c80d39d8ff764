import ArgumentParser
import Cells
import Course
import Foundation
import Messages
import Terminal
import Workspace

struct Edit: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a cell: your own version, kept apart from the lesson.",
    discussion: "Opens $VISUAL or $EDITOR. `learn run` takes your version from then on.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (cell, lesson) = try argument.cell(in: context, command: "edit")
    let cells = context.cellEdits
    let before = try cells.make(cell, in: lesson)
    let editor = try Editor(for: before.file)
    if before.isOutdated { context.write(context.outdated(cell, in: lesson)) }
    do {
      try await editor.open(before.file)
    } catch {
      if try cells.copy(of: cell, in: lesson)?.code == cell.code { try cells.discard(cell, in: lesson) }
      throw error
    }
    guard let after = try cells.copy(of: cell, in: lesson) else {
      return context.write([Line("The file is gone: cell \(cell.number) is the lesson's own again.")])
    }
    if after.code == cell.code {
      try cells.discard(cell, in: lesson)
      return context.write([Line("It is as it stands in the lesson: nothing to keep.")])
    }
    if after.code != before.code { try cells.noteOrigin(cell, in: lesson) }
    context.write([Line(after.code == before.code ? "Nothing was changed." : "Kept: \(after.file.path)", .faint)])
    guard ask(context) else {
      return context.write([Line("`\(context.line("run", cell, in: lesson))` runs it.", .faint)])
    }
    let words = ["\(lesson.number).\(cell.number)"] + (options.plain ? ["--plain"] : [])
    try await Run.parse(words + (options.course.map { ["--course", $0] } ?? [])).run()
  }

  /// A key, or where answers are piped a line.
  private func ask(_ context: Context) -> Bool {
    context.output.write("Run it now? [y/n] ")
    guard context.screen.isInteractive else {
      guard case .line(let answer) = LineReader.next() else { return false }
      if !Screen.echoes { context.output.write("\n") }
      return answer.lowercased().hasPrefix("y")
    }
    let key = KeyReader().next { [.character("y"), .character("n"), .enter, .escape, .character("q")].contains($0) }
    let runs = key == .character("y") || key == .enter
    context.output.write(runs ? "y\n" : "n\n")
    return runs
  }
}
