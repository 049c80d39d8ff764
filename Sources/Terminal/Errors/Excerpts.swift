import Course
import Foundation
import Messages

/// Excerpts of a course's files and of the learner's own versions of cells. Each file is read once.
package final class Excerpts {
  private let course: CourseFiles
  /// The folder of the learner's own versions of cells.
  private let edits: URL
  private lazy var editedFiles = CourseFiles(edits)
  private var files: [String: FileLines?] = [:]

  /// - Parameters:
  ///   - course: the course's folder.
  ///   - edits: the folder of the learner's own versions of cells, of all courses.
  package init(of course: URL, edits: URL) {
    self.course = CourseFiles(course)
    self.edits = edits
  }

  /// The explanation with the lines that its places name. A place without its line stays so: an excerpt is a help and
  /// no condition.
  package func showing(_ explanation: Explanation) -> Explanation {
    var explanation = explanation
    for index in explanation.faults.indices {
      guard let place = explanation.faults[index].place, let number = place.line, place.isShown, place.content == nil,
        let line = line(place.file, number)
      else { continue }
      explanation.faults[index].place?.content = String(decoding: line, as: UTF8.self)
    }
    return explanation
  }

  private func line(_ file: String, _ line: Int) -> ArraySlice<UInt8>? {
    if files[file] == nil { files.updateValue(lines(of: file), forKey: file) }
    return files[file]??.line(line)
  }

  /// A cell can name any file (by `#sourceLocation`): what stands there is not its business.
  private func lines(of file: String) -> FileLines? {
    let own = edits.path + "/"
    do throws(CourseFiles.Refusal) {
      guard file.hasPrefix("/") else { return FileLines(try course.data(at: file, limit: CourseLimits.text)) }
      guard file.hasPrefix(own) else { return nil }
      return FileLines(try editedFiles.data(at: String(file.dropFirst(own.count)), limit: CourseLimits.text))
    } catch {
      return nil
    }
  }
}

/// The lines of a file, which are mostly asked for from the first to the last.
private final class FileLines {
  private let content: [UInt8]
  /// The line that was found last, and where it begins.
  private var last = (number: 1, start: 0)

  init(_ content: Data) {
    self.content = Array(content)
  }

  /// Returns the line without its end, which is LF, CR LF or CR.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 1 else { return nil }
    if number < last.number { last = (1, 0) }
    while last.number < number {
      guard let end = end(of: last.start), end < content.count else { return nil }
      let isPair = content[end] == 0x0D && end + 1 < content.count && content[end + 1] == 0x0A
      last = (last.number + 1, end + (isPair ? 2 : 1))
    }
    return content[last.start..<(end(of: last.start) ?? content.count)]
  }

  private func end(of start: Int) -> Int? {
    content[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
  }
}
