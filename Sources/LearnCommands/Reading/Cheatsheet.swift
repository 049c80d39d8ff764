import ArgumentParser
import Course
import Messages
import Terminal

struct Cheatsheet: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "cheatsheet",
    abstract: "Show the cheatsheet of a lesson: its formulas and facts at a glance.")

  @Argument(help: "The lesson's number or id; without it, the one that you are at.")
  var lesson: String?

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let lesson = try lesson.map { try context.lesson(named: $0) } ?? context.lessonAtHand()
    guard let section = lesson.sections.firstIndex(where: { $0.identifier == Self.identifier }) else {
      throw Failure(
        "lesson \(lesson.number) has no cheatsheet",
        help: "`learn read \(lesson.number)\(context.courseWords)` shows all of it", status: .noInput)
    }
    var lines = [Line("\(lesson.number) · \(lesson.title)", .bold), ""]
    lines += LessonReading(context: context, lesson: lesson).sectionAlone(section)
    context.write(lines)
  }

  /// The identifier of the section that is a lesson's cheatsheet.
  private static let identifier = "cheatsheet"
}
