import ArgumentParser
import Course
import Terminal

struct Read: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read any lesson from its beginning. Your place in the course stays where it is.")

  @Argument(help: "The lesson's number or id.")
  var lesson: String

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let lesson = try context.lesson(named: lesson)
    let reading = LessonReading(context: context, lesson: lesson)
    guard context.screen.isInteractive else { return reading.write() }
    try await ReadingConversation(reading, options: options).read(from: 0)
  }
}
