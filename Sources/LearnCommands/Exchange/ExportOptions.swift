import ArgumentParser
import Course
import Exchange
import Foundation
import Terminal

/// The options of every export: where to, and of what.
struct ExportOptions: ParsableArguments {
  @Argument(help: "The file to write.")
  var file: String

  @Option(help: "The number or id of a lesson, in place of all.")
  var lesson: String?

  @Flag(help: "Write over a file that is there.")
  var replace = false

  var url: URL { URL(filePath: file) }

  func lessons(_ context: Context) throws -> [Lesson] {
    if let lesson { return [try context.lesson(named: lesson)] }
    return try context.course.lessons.map { try context.sound($0) }
  }

  /// Says what was written, and what the format has no form for.
  func tell(_ report: ExportReport, unit: String, _ context: Context) {
    var lines = [Line("\(report.written) \(unit)\(report.written == 1 ? "" : "s") written to \(file).")]
    if !report.leftOut.isEmpty {
      lines.append(Line("Left out, because the format has no form for them: \(report.leftOut.words).", .faint))
    }
    context.write(lines)
  }
}
