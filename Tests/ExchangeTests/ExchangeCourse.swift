import Course
import Foundation
import Practice
import Progress
import Testing

/// A course in a folder of its own: the sound one of the fixtures, or with other exercises for its first lesson.
final class ExchangeCourse {
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder: URL
  let now: Int64 = Int64(Date().timeIntervalSince1970)
  private(set) var course: Course

  init(exercises: String? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "learn-exchange-\(UUID().uuidString)")
    let fixture = Self.project.appending(path: "Tests/Fixtures/Sound")
    try FileManager.default.copyItem(at: fixture, to: folder)
    course = CourseReader.read(folder)
    if let exercises { course = try edited(exercises) }
    #expect(course.problems == [] || exercises != nil)
  }

  deinit {
    do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path) (\(error))") }
  }

  /// The course with these exercises alone.
  func edited(_ exercises: String) throws -> Course {
    try Data(exercises.utf8).write(to: folder.appending(path: "Exercises/01-first.md"))
    let second = folder.appending(path: "Exercises/02-second.md")
    if FileManager.default.fileExists(atPath: second.path) { try FileManager.default.removeItem(at: second) }
    return CourseReader.read(folder)
  }

  func cards(of exercise: String) -> [ItemID] {
    course.lessons.flatMap(\.exercises).filter { $0.id == exercise }.flatMap { exercise -> [ItemID] in
      guard case .cards(let cards) = exercise.content else { return [] }
      return cards.map { ItemID(exercise: exercise.id, item: $0.id) }
    }
  }
}

/// Another program, run to its end.
enum Tool {
  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, text: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  static func path(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
