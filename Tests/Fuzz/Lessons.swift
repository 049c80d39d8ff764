import Course
import Foundation
import Terminal

/// Courses: `course.yml`, lessons, exercises, and how a lesson looks in a terminal.
struct Lessons: Fuzzer {
  static let name = "lessons"
  private let samples: CourseSamples

  init() throws { samples = try CourseSamples() }

  func input(_ mutator: inout Mutator) -> Input { samples.input(&mutator, isSmall: false) }

  func read(_ folder: URL, scratch: URL) throws {
    let course = CourseReader.read(folder, sources: Project.folder)
    for lesson in course.lessons {
      let text = LessonText(lesson, width: 60)
      let lines = text.head + lesson.sections.flatMap { text.lines($0) } + text.footnotes
      _ = lines.map { $0.rendered(.full) }
    }
    for problem in course.problems where problem.kind.message.isEmpty || problem.kind.help.isEmpty {
      throw Fault(message: "a problem without words: \(problem)")
    }
    if !course.problems.isEmpty { throw Refused() }
  }
}
