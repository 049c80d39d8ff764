import Course
import Exchange
import Foundation
import Markup
import Practice

/// GIFT files. What is made of one must be exercises without a fault.
struct Questions: Fuzzer {
  static let name = "gift"
  private let samples: [[UInt8]]

  init() throws {
    let course = CourseReader.read(Project.folder.appending(path: "Tests/Fixtures/Sound"))
    let file = FileManager.default.temporaryDirectory.appending(path: "learn-fuzz-\(UUID().uuidString).gift")
    try GIFTWriter(course: course, lessons: course.lessons).write(to: file)
    samples = [try Project.sample("questions.gift"), [UInt8](try Data(contentsOf: file))]
    try FileManager.default.removeItem(at: file)
  }

  func input(_ mutator: inout Mutator) -> Input {
    let text = mutator.pick(samples)
    // Some questions of many: one that cannot be read is the end of its file.
    let lines = text.split(separator: 10, omittingEmptySubsequences: false)
    let few = Array(lines[mutator.span(of: lines.count, upTo: 60)].joined(separator: [10]))
    return Input(["questions.gift": mutator.changed(mutator.pick([text, few]), others: samples)])
  }

  func read(_ folder: URL, scratch: URL) throws {
    let questions = try GIFTImport(file: folder.appending(path: "questions.gift"), taken: [])
    let course = """
      title: Questions
      promise: None.
      lessons: [a.md]
      """
    let lesson = """
      ---
      id: a
      title: A
      summary: A.
      prerequisites: []
      outcomes: [To answer]
      reading: 1
      practice: 1
      difficulty: core
      ---

      Text.
      """
    try Input(["Lessons/course.yml": Array(course.utf8), "Lessons/a.md": Array(lesson.utf8)]).write(to: scratch)
    try mustSucceed("written") { try questions.append(to: scratch.appending(path: "Exercises/a.md"), title: "A") }
    let read = CourseReader.read(scratch)
    if let problem = read.problems.first {
      throw Fault(message: "\(problem.file):\(problem.position?.line ?? 0): \(problem.kind.message)")
    }
    let count = read.lessons.flatMap(\.exercises).count
    if count != questions.exercises.count {
      throw Fault(message: "\(questions.exercises.count) exercises were written, \(count) are read")
    }
  }
}
