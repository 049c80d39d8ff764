import ArgumentParser
import Cells
import Course
import Foundation
import Messages
import Terminal
import Workspace

extension Context {
  /// The command line that means a cell, wherever the learner is.
  func line(_ command: String, _ cell: Cell, in lesson: Lesson) -> String {
    "learn \(command) \(lesson.number).\(cell.number)\(courseWords)"
  }

  func absent(_ cell: Cell) -> [Line] {
    [Line("Cell \(cell.number) is the lesson's own: you have not changed it. `learn edit` does.")]
  }

  func outdated(_ cell: Cell, in lesson: Lesson) -> [Line] {
    let (diff, reset) = (line("diff", cell, in: lesson), line("reset", cell, in: lesson))
    return [
      Line(
        "The lesson's cell \(cell.number) has changed since you made your version. Yours is kept: "
          + "`\(diff)` compares, `\(reset)` takes the lesson's.")
    ]
  }

  /// Returns the lines that are shown before a version of the learner's own runs.
  func notice(_ cell: Cell, _ copy: CellEdits.Copy, in lesson: Lesson) -> [Line] {
    [Line("Your own version of cell \(cell.number): \(copy.file.path)", .faint)]
      + (copy.isOutdated ? outdated(cell, in: lesson) : [])
  }
}
