import ArgumentParser
import Course
import Terminal

struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read any lesson from its beginning. Your place in the course stays where it is.")

  @Argument(help: "The lesson's number or id.")
  var lesson: String

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let lesson = try app.lesson(named: lesson)
    let isNamed = options.course != nil || !app.isAtHand(lesson)
    let reader = LessonReading(app: app, lesson: lesson, isNamed: isNamed)
    guard app.screen.isInteractive else { return reader.writeAll() }
    try reader.read(from: 0)
  }
}
