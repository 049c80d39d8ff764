import ArgumentParser
import Cells
import Course
import Foundation
import Terminal

struct Edit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a cell: your own version, kept apart from the lesson.",
    discussion: "Opens $VISUAL or $EDITOR. `learn run` takes your version from then on.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let (cell, lesson) = try argument.cell(in: app, command: "edit")
    let cells = app.ownCells
    let before = try cells.make(cell, in: lesson)
    let editor = try Editor(for: before.file)
    if before.isOutdated { app.write(app.outdated(cell, in: lesson)) }
    do {
      try await editor.open(before.file)
    } catch {
      if try cells.copy(of: cell, in: lesson)?.code == cell.code { try cells.discard(cell, in: lesson) }
      throw error
    }
    guard let after = try cells.copy(of: cell, in: lesson) else {
      return app.write([Line("The file is gone: cell \(cell.number) is the lesson's own again.")])
    }
    if after.code == cell.code {
      try cells.discard(cell, in: lesson)
      return app.write([Line("It is as it stands in the lesson: nothing to keep.")])
    }
    if after.code != before.code { try cells.noteOrigin(cell, in: lesson) }
    app.write([Line(after.code == before.code ? "Nothing was changed." : "Kept: \(after.file.path)", .faint)])
    guard ask(app) else {
      let lesson = Shell.option("--lesson", lesson.id)
      return app.write([Line("`learn run cell \(cell.number)\(lesson)\(app.courseWords)` runs it.", .faint)])
    }
    let words = ["cell", cell.id, "--lesson", lesson.id] + (options.plain ? ["--plain"] : [])
    try await Run.parse(words + (options.course.map { ["--course", $0] } ?? [])).run()
  }

  /// A key, or where answers are piped a line.
  private func ask(_ app: App) -> Bool {
    Output.write("Run it now? [y/n] ")
    guard app.screen.isInteractive else {
      let answer = readLine() ?? ""
      Output.write("\n")
      return answer.lowercased().hasPrefix("y")
    }
    let key = KeyReader().next { [.character("y"), .character("n"), .enter, .escape, .character("q")].contains($0) }
    let runs = key == .character("y") || key == .enter
    Output.write(runs ? "y\n" : "n\n")
    return runs
  }
}

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what you have changed in a cell.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let (cell, lesson) = try argument.cell(in: app, command: "diff")
    guard let copy = try app.ownCells.copy(of: cell, in: lesson) else {
      return app.write(app.absent(cell))
    }
    if copy.isOutdated { app.write(app.outdated(cell, in: lesson)) }
    let difference = LineDifference(from: cell.code, to: copy.code)
    guard !difference.isEmpty else { return app.write([Line("Your version is as the lesson's.")]) }
    app.write(difference.text(from: "\(cell.file), cell \(cell.number)", to: copy.file.path))
  }
}

struct Reset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Take a cell as it stands in the lesson; your version is put aside.")

  @OptionGroup var argument: CellArgument
  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let (cell, lesson) = try argument.cell(in: app, command: "reset")
    guard let backup = try app.ownCells.putAside(cell, in: lesson) else {
      return app.write(app.absent(cell))
    }
    app.write([Line("Cell \(cell.number) is the lesson's own again. Yours is kept as \(backup.path)")])
  }
}

extension App {
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
  func notice(_ cell: Cell, _ copy: OwnCells.Copy, in lesson: Lesson) -> [Line] {
    [Line("Your own version of cell \(cell.number): \(copy.file.path)", .faint)]
      + (copy.isOutdated ? outdated(cell, in: lesson) : [])
  }
}
