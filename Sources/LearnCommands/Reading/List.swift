import ArgumentParser
import Course
import Markup
import Practice
import Progress
import Terminal

struct List: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the lessons, and how far you are.")

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try context.openProgressToRead().store
    let text = BlockText(width: context.screen.measure - 3)
    var lines = [Line(context.course.title, .bold)] + text.lines(context.course.promise) + [""]
    for lesson in context.course.lessons {
      let section = try context.section(of: lesson, store)
      let state =
        section >= lesson.sections.count
        ? "read" : section > 0 ? "at \(section + 1) of \(lesson.sections.count)" : "new"
      lines.append(
        Line([
          Span("\(lesson.number)  ", .faint), Span(lesson.title, .bold),
          Span(
            "  \(lesson.readingMinutes) + \(lesson.practiceMinutes) min · \(lesson.difficulty.rawValue) · \(state)",
            .faint),
        ]))
      lines += text.lines(lesson.summary).map { Line("   ") + $0 }
      for cell in lesson.cells {
        lines.append(Line("   \(lesson.number).\(cell.number) · \(cell.id)", .faint))
      }
    }
    context.write(lines)
    if !context.course.problems.isEmpty { throw Problems(context.course.problems) }
  }
}
