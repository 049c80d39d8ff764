import ArgumentParser
import Course
import Foundation
import Progress
import Terminal

struct Next: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read on where you stopped, a section at a time.")

  @OptionGroup var options: CommonOptions

  func run() async throws {
    let app = try App(options)
    let store = try app.openProgress()
    guard let place = try app.currentLesson(store) else {
      return app.write([
        "You have read every lesson of this course.", "",
        "learn quiz         practise what you read", "learn read LESSON  read one again",
      ])
    }
    let reader = LessonReading(app: app, lesson: place.lesson)
    guard app.screen.isInteractive else { return reader.writeAll() }
    try reader.read(from: place.section) { section in
      let position = Position(lesson: place.lesson.id, section: section)
      try store.record(position, at: Int64(Date().timeIntervalSince1970), session: app.session)
    }
  }
}
