import Course
import Files
import Foundation
import Messages
import SiteBuilder

/// The digests of a course's cells, kept beside its lessons: a line a cell, so that a change can be read.
package struct DigestFile {
  package static let path = "Lessons/digests.txt"

  package let url: URL
  /// Whether there was one.
  package let exists: Bool
  package private(set) var digests: [CellReference: String]

  /// Reads the digests that are there; no file is an empty one.
  ///
  /// - Parameter isToBeWritten: whether it will be replaced: then a faulty one is an empty one, too.
  /// - Throws: `Failure` with the line that is no record.
  package init(of course: Course, isToBeWritten: Bool = false) throws {
    url = course.folder.appending(path: Self.path)
    exists = course.files.has(Self.path)
    digests = [:]
    guard exists else { return }
    let text: String
    do throws(CourseFiles.Refusal) {
      text = String(decoding: try course.files.data(at: Self.path, limit: CourseLimits.text), as: UTF8.self)
    } catch {
      throw Problem(Problem.Kind(error, Self.path), file: Self.path)
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ")
      guard !words.isEmpty, !line.hasPrefix("#") else { continue }
      guard words.count == 3 else {
        if isToBeWritten {
          digests = [:]
          return
        }
        throw Failure(
          "\(Self.path):\(index + 1): a line is a lesson, a cell and a digest",
          help: "`learn verify --record` writes the file anew", status: .data)
      }
      digests[CellReference(lesson: String(words[0]), cell: String(words[1]))] = String(words[2])
    }
  }

  /// Takes in what was found, forgets cells that are no more, and writes the rest in the order of the course.
  package mutating func record(_ found: [CellReference: String], course: Course) throws {
    digests.merge(found) { $1 }
    var lines = [
      "# What each cell of the course shows and learns, as one number: lesson, cell, digest.",
      "# `learn verify` compares, `learn verify --record` writes.",
    ]
    for lesson in course.lessons {
      for cell in lesson.cells {
        guard let digest = digests[CellReference(lesson: lesson.id, cell: cell.id)] else { continue }
        lines.append("\(lesson.id) \(cell.id) \(digest)")
      }
    }
    do {
      try PrivateFile.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: url, isHandedOn: true)
    } catch {
      throw Failure("cannot write \(url.path): \(error.localizedDescription)", status: .cannotCreate)
    }
  }
}
