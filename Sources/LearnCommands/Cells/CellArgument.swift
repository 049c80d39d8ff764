import ArgumentParser
import Cells
import Course
import Messages
import Terminal
import Workspace

/// The arguments that name a cell, shared by every command about one.
struct CellArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The lesson's number and the cell's: 2.1. Without the lesson's the one that you are at is meant; ids do as well.",
      valueName: "cell"))
  var words: [String]

  @Option(help: "The lesson's number or id, in place of the one that you are at.")
  var lesson: String?

  /// The cell's name, and the lesson's where it stands before it with a point between them. No cell has a point in its
  /// name.
  private var parts: (lesson: String?, cell: String)? {
    let names = words.first == "cell" ? words.dropFirst() : words[...]
    guard names.count == 1, let name = names.first else { return nil }
    guard let point = name.lastIndex(of: "."), point != name.startIndex else { return (nil, name) }
    return (String(name[..<point]), String(name[name.index(after: point)...]))
  }

  /// The cell as it stands in the lesson.
  func cell(in context: Context, command: String) throws -> (cell: Cell, lesson: Lesson) {
    guard let parts else {
      throw Failure(
        "name one cell", help: "for example `learn \(command) 2.1`: the first cell of lesson 2", status: .usage)
    }
    let lesson = try (parts.lesson ?? lesson).map { try context.lesson(named: $0) } ?? context.lessonAtHand()
    if let other = self.lesson, try context.course.lesson(named: other).id != lesson.id {
      throw Failure(
        "`--lesson \(other)` is not the lesson of cell \(lesson.number).\(parts.cell)",
        help: "leave `--lesson` away, or say `\(Shell.word("\(other).\(parts.cell)"))`",
        status: .usage)
    }
    return (try lesson.cell(named: parts.cell), lesson)
  }

  /// The cell, with those that it needs, each in the learner's own version where there is one.
  ///
  /// - Returns: also what is to be said of these versions.
  func program(in context: Context, command: String) throws -> (program: CellProgram, lesson: Lesson, notices: [Line]) {
    let (cell, lesson) = try cell(in: context, command: command)
    let cells = context.cellEdits
    var notices: [Line] = []
    let own = try (lesson.needed(by: cell) + [cell]).map { cell in
      let (own, copy) = try cells.own(cell, in: lesson)
      if let copy { notices += context.notice(cell, copy, in: lesson) }
      return own
    }
    return (CellProgram(own[own.count - 1], needing: own.dropLast()), lesson, notices)
  }
}
