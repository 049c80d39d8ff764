import ArgumentParser
import Cells
import Course
import Foundation
import Terminal
import Workspace

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
