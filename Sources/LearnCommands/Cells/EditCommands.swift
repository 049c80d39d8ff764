import Workspace
import Messages
import ArgumentParser
import Cells
import Course
import Foundation
import Terminal

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
      let lesson = Shell.option("--lesson", lesson.id)
      return context.write([Line("`learn run cell \(cell.number)\(lesson)\(context.courseWords)` runs it.", .faint)])
    }
    let words = ["cell", cell.id, "--lesson", lesson.id] + (options.plain ? ["--plain"] : [])
    try await Run.parse(words + (options.course.map { ["--course", $0] } ?? [])).run()
  }

  /// A key, or where answers are piped a line.
  private func ask(_ context: Context) -> Bool {
    context.output.write("Run it now? [y/n] ")
    guard context.screen.isInteractive else {
      let answer = readLine() ?? ""
      context.output.write("\n")
      return answer.lowercased().hasPrefix("y")
    }
    let key = KeyReader().next { [.character("y"), .character("n"), .enter, .escape, .character("q")].contains($0) }
    let runs = key == .character("y") || key == .enter
    context.output.write(runs ? "y\n" : "n\n")
    return runs
  }
}

struct Diff: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what you have changed in a cell.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (cell, lesson) = try argument.cell(in: context, command: "diff")
    guard let copy = try context.cellEdits.copy(of: cell, in: lesson) else {
      return context.write(context.absent(cell))
    }
    if copy.isOutdated { context.write(context.outdated(cell, in: lesson)) }
    let difference = LineDifference(from: cell.code, to: copy.code)
    guard !difference.isEmpty else { return context.write([Line("Your version is as the lesson's.")]) }
    context.write(difference.text(from: "\(cell.file), cell \(cell.number)", to: copy.file.path))
  }
}

struct Reset: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Take a cell as it stands in the lesson; your version is put aside.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let (cell, lesson) = try argument.cell(in: context, command: "reset")
    guard let backup = try context.cellEdits.archive(cell, in: lesson) else {
      return context.write(context.absent(cell))
    }
    context.write([Line("Cell \(cell.number) is the lesson's own again. Yours is kept as \(backup.path)")])
  }
}

extension Context {
  fileprivate func absent(_ cell: Cell) -> [Line] {
    [Line("Cell \(cell.number) is the lesson's own: you have not changed it. `learn edit` does.")]
  }

  fileprivate func outdated(_ cell: Cell, in lesson: Lesson) -> [Line] {
    let name = "cell \(cell.number)\(Shell.option("--lesson", lesson.id))\(courseWords)"
    return [
      Line(
        "The lesson's cell \(cell.number) has changed since you made your version. Yours is kept: "
          + "`learn diff \(name)` compares, `learn reset \(name)` takes the lesson's.")
    ]
  }

  /// What is said before a version of the learner's own runs.
  func notice(_ cell: Cell, _ copy: CellEdits.Copy, in lesson: Lesson) -> [Line] {
    [Line("Your own version of cell \(cell.number): \(copy.file.path)", .faint)]
      + (copy.isOutdated ? outdated(cell, in: lesson) : [])
  }
}
