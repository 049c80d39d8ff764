import ArgumentParser
import Cells
import Course
import Foundation
import Messages
import Terminal
import Workspace

extension Context {
  func absent(_ cell: Cell) -> [Line] {
    [Line("Cell \(cell.number) is the lesson's own: you have not changed it. `learn edit` does.")]
  }

  func outdated(_ cell: Cell, in lesson: Lesson) -> [Line] {
    let name = "cell \(cell.number)\(Shell.option("--lesson", lesson.id))\(courseWords)"
    return [
      Line(
        "The lesson's cell \(cell.number) has changed since you made your version. Yours is kept: "
          + "`learn diff \(name)` compares, `learn reset \(name)` takes the lesson's.")
    ]
  }

  /// Returns the lines that are shown before a version of the learner's own runs.
  func notice(_ cell: Cell, _ copy: CellEdits.Copy, in lesson: Lesson) -> [Line] {
    [Line("Your own version of cell \(cell.number): \(copy.file.path)", .faint)]
      + (copy.isOutdated ? outdated(cell, in: lesson) : [])
  }
}
