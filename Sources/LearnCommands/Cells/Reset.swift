import ArgumentParser
import Cells
import Course
import Foundation
import Terminal
import Workspace

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
