import Foundation
import Numerics

/// The project's courses, which others are made of.
struct CourseSamples {
  /// A small course that has everything once.
  let sound: Input
  /// Other courses' lessons, each with its exercises.
  private let lessons: [(lesson: [UInt8], exercises: [UInt8]?)]
  private let texts: [[UInt8]]
  /// Of a course with one lesson, and all terms that lessons explain.
  private let courseOfOne: [UInt8]

  private static let first = "01-first.md"

  init() throws {
    sound = try Input(contentsOf: Project.folder.appending(path: "Tests/Fixtures/Sound"))
    var files: [String] = []
    for folder in ["", "Tests/Fixtures/Cells/", "Tests/Fixtures/Browser/", "Tests/Fixtures/Training/"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: Project.folder.appending(path: folder + "Lessons").path)
      files += names.sorted().filter { $0.hasSuffix(".md") }.map { folder + "Lessons/" + $0 }
    }
    lessons = try files.map { file in
      let exercises = file.replacing("Lessons/", with: "Exercises/")
      let hasExercises = FileManager.default.fileExists(atPath: Project.folder.appending(path: exercises).path)
      return (try Self.first(Project.bytes(file)), hasExercises ? try Project.bytes(exercises) : nil)
    }
    let terms = String(decoding: try Project.bytes("Lessons/course.yml"), as: UTF8.self).split(separator: "\nglossary:")
    courseOfOne = Array("title: One\npromise: One lesson.\nlessons: [\(Self.first)]\nglossary:\(terms[1])".utf8)
    texts =
      sound.files.filter { $0.key.hasSuffix(".md") }.sorted { $0.key < $1.key }.map(\.value)
      + lessons.flatMap { [$0.lesson] + ($0.exercises.map { [$0] } ?? []) }
  }

  /// The lesson, where there is none before it.
  private static func first(_ lesson: [UInt8]) -> [UInt8] {
    let lines = String(decoding: lesson, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.map { $0.hasPrefix("prerequisites:") ? "prerequisites: []" : $0 }.joined(separator: "\n").utf8)
  }

  /// - Parameter isSmall: whether the lesson is the small course's own.
  func input(_ mutator: inout Mutator, isSmall: Bool) -> Input {
    var input = sound
    if !isSmall, mutator.random.integer(below: 3) > 0 {
      let (lesson, exercises) = mutator.pick(lessons)
      input.files["Lessons/course.yml"] = courseOfOne
      input.files["Lessons/" + Self.first] = lesson
      input.files["Exercises/" + Self.first] = exercises
    }
    let lesson = "Lessons/" + Self.first, exercises = "Exercises/" + Self.first
    let changed = mutator.pick([
      [lesson], [lesson], [exercises], [exercises], [lesson, exercises], ["Lessons/course.yml"],
    ])
    for file in changed { input.change(file, with: &mutator, others: texts) }
    return input
  }
}
