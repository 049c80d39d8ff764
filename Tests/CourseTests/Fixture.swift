import Foundation
import Markup

@testable import Course

/// The courses that tests read.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures", directoryHint: .isDirectory)

  /// A course without a fault, with everything that a course may hold.
  static var sound: Course { CourseReader.read(folder.appending(path: "Sound", directoryHint: .isDirectory)) }

  /// The smallest course without a fault; `files` replace its files or stand beside them, `nil` takes one away.
  static func files(_ changed: [String: String?] = [:]) -> [String: Data] {
    var files = [
      "Lessons/course.yml": "title: T\npromise: P.\nlessons: [a.md]\n",
      "Lessons/a.md": lesson(id: "a"),
      "Exercises/a.md": "## Cards: words {#words}\n\n### Front\n\nBack.\n",
    ]
    for (name, text) in changed { files[name] = text }
    return files.mapValues { Data($0.utf8) }
  }

  /// A lesson with 11 lines in front of its text.
  static func lesson(id: String, prerequisites: String = "[]", _ body: String = "Text.\n") -> String {
    """
    ---
    id: \(id)
    title: T
    summary: S.
    prerequisites: \(prerequisites)
    outcomes: [O]
    reading: 1
    practice: 1
    difficulty: core
    ---

    \(body)
    """
  }

  /// Reads the course that these files make.
  static func read(_ files: [String: Data]) throws -> Course {
    let folder = FileManager.default.temporaryDirectory.appending(path: "learn-course-\(UUID().uuidString)")
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    for (name, data) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
    }
    return CourseReader.read(folder)
  }
}

extension Problem {
  /// As people see it, without the excerpt.
  var text: String {
    file + (position.map { ":\($0.line):\($0.column)" } ?? "") + ": " + kind.message
  }
}
