import Course
import Files
import Foundation
import Markup
import Practice

/// A GIFT file as exercises of a course: Markdown that an author keeps.
package struct GIFTImport: Sendable {
  /// A question that the course has no form for.
  package struct LeftOut: Equatable, Sendable {
    package enum Reason: Equatable, Sendable {
      case essay
      case description
      /// All belongs to one place: there is nothing to sort.
      case onePlace
      /// An answer to a choice has a part of the mark beside one that has all of it.
      case partOfMark
      /// The course would not take it.
      case faulty(Problem.Kind)
    }

    package var line: Int
    package var reason: Reason
  }

  /// Each exercise's Markdown, in the order of the file.
  package private(set) var exercises: [String] = []
  package private(set) var leftOut: [LeftOut] = []

  /// - Parameter taken: ids that the course has already.
  package init(file: URL, taken: Set<String>) throws(ExchangeError) {
    let path = file.path(percentEncoded: false)
    let data: Data
    do { data = try FileHandle(forReadingFrom: file).read(upToCount: CourseLimits.imported + 1) ?? Data() } catch {
      throw .cannotRead(path: path, detail: FileErrorReason.text(error))
    }
    guard data.count <= CourseLimits.imported else {
      throw .refused(Problem(.tooLarge(path, limit: CourseLimits.imported), file: path))
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw .notUTF8(path: path) }
    do {
      try self.init(text: text, taken: taken)
    } catch {
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      throw .faultyGIFT(path: path, error, line: String(lines[error.position.line - 1]))
    }
    guard !exercises.isEmpty else { throw .nothingToImport(path: path, leftOut) }
  }

  init(text: String, taken: Set<String>) throws(GIFTError) {
    var identifiers = GIFTIdentifiers(taken: taken)
    for question in try GIFTReader.read(text) {
      var question = question
      question.id = identifiers.identifier(of: question)
      let writer = GIFTExercise(question)
      switch writer.markdown() {
      case .failure(let reason): leftOut.append(LeftOut(line: question.position.line, reason: reason.reason))
      case .success(let markdown):
        if let problem = CourseReader.exercises(in: markdown).problems.first {
          leftOut.append(LeftOut(line: question.position.line, reason: .faulty(problem.kind)))
        } else {
          exercises.append(markdown)
        }
      }
    }
  }

  /// Writes a new file of exercises.
  package func write(to file: URL, title: String = "Exercises") throws(ExchangeError) {
    try OutputFile(url: file, replacing: false).write(Data("# \(title)\n\n\(text)".utf8))
  }

  /// Adds the exercises to the end of a file, or makes it. What is there stays as it is, byte for byte.
  package func append(to file: URL, title: String) throws(ExchangeError) {
    guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else {
      let folder = file.deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw .cannotWrite(path: folder.path(percentEncoded: false), detail: FileErrorReason.text(error))
      }
      return try write(to: file, title: title)
    }
    let path = file.path(percentEncoded: false)
    var content: Data
    do { content = try Data(contentsOf: file) } catch {
      throw .cannotRead(path: path, detail: FileErrorReason.text(error))
    }
    let ends = content.suffix(2).map { $0 == UInt8(ascii: "\n") }
    content += Data((ends == [true, true] ? "" : ends.last == true ? "\n" : "\n\n").utf8) + Data(text.utf8)
    try OutputFile(url: file, replacing: true).write(content)
  }

  private var text: String { exercises.joined(separator: "\n") }
}
