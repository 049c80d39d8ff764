import ArgumentParser
import Course
import Exchange
import Foundation
import Messages
import Terminal
import Workspace

struct ImportGIFT: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "gift", abstract: "Make exercises of a GIFT file.",
    discussion: """
      Writes Markdown that is yours to edit: a new file, or, with `--lesson`, at the end of the exercises of a lesson of \
      the course in the current folder. Nothing that is there is changed.
      """)

  @Argument(help: "The GIFT file.")
  var file: String

  @Option(help: "The number or id of the lesson that gets the exercises.")
  var lesson: String?

  @Option(help: "The new file, in place of one of the same name with the ending .md in the current folder.")
  var output: String?

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let source = URL(filePath: file)
    if lesson != nil, output != nil {
      throw Failure(
        "`--lesson` and `--output` exclude one another", help: "leave one of them out", status: .usage)
    }
    let taken = Set(context.course.lessons.exerciseIDs)
    let questions = try GIFTImport(file: source, taken: taken)
    let target: URL
    if let lesson {
      let lesson = try context.lesson(named: lesson)
      guard
        context.course.folder.path != context.directories.bundledCourse?.path || context.directories.isInBundledCourse
      else {
        throw Failure(
          "this course was installed with learn, and the next installation would take the exercises away",
          help: "go to the folder of a course of yours, or leave `--lesson` out to get a file", status: .usage)
      }
      let name = lesson.file.split(separator: "/").last.map(String.init) ?? ""
      target = context.course.folder.appending(path: "Exercises/\(name)")
      try questions.append(to: target, title: "Exercises on \(lesson.title)")
    } else {
      let name = source.deletingPathExtension().lastPathComponent + ".md"
      target = output.map { URL(filePath: $0) } ?? URL(filePath: name)
      try questions.write(to: target)
    }
    let count = questions.exercises.count
    context.write([Line("\(count) exercise\(count == 1 ? "" : "s") written to \(target.relativePath).")])
    context.write(questions.leftOut.told(in: file).map { Line($0, .faint) })
  }
}
