import ArgumentParser
import Course
import Foundation
import Terminal
import Workspace

struct ShowCells: MachineCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: "Show the code of all cells of a course, those of exercises too, before you trust it.",
    discussion: "Nothing is left out: what a lesson hides is shown as well, and so are characters that draw nothing.")

  @Argument(help: "The course's folder, or the name of an added course; without it, the course in the current folder.")
  var folder: String?

  @OptionGroup var options: CommonOptions

  func run(on machine: Machine) async throws {
    let course = CourseReader.read(
      try machine.directories.courseFolder(folder ?? options.course), sources: machine.directories.bundledCourse)
    var lines: [Line] = []
    for lesson in course.lessons {
      for cell in lesson.programs {
        lines += [Line([Span(cell.id, .bold), Span("  " + Self.words(cell), .faint)])]
        lines += CodeText.lines(cell.code).map { Line([Span("┃ ", .colour(.green))]) + $0 } + [""]
      }
    }
    let count = course.lessons.reduce(0) { $0 + $1.programs.count }
    lines.append(Line("\(course.title): \(count == 1 ? "1 cell" : "\(count) cells")."))
    if !course.problems.isEmpty {
      lines.append(Line("What has a fault is not run, and cannot be shown here: `learn check` says what that is."))
    }
    machine.write(lines)
  }

  /// Returns the place of a cell, and what else decides what it does.
  private static func words(_ cell: Cell) -> String {
    var words = ["\(cell.file):\(cell.firstLine)", "at most \(cell.secondsAllowed) s", "seed \(cell.seed)"]
    if !cell.needs.isEmpty { words.append("begins with " + cell.needs.joined(separator: ", ")) }
    return words.joined(separator: " · ")
  }
}
