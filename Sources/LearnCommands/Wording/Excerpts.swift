import Course
import Foundation

/// Excerpts of a course's files and of the learner's own versions of cells. Each file is read once.
final class Excerpts {
  private let course: CourseFiles?
  private lazy var cellEdits = CourseFiles(Self.ownFolder)
  private var files: [String: FileLines?] = [:]

  private static let ownFolder = Directories().home.appending(path: "cells", directoryHint: .isDirectory)

  /// - Parameter course: the course's folder; `nil` where nothing can be shown.
  init(of course: URL?) {
    self.course = course.map { CourseFiles($0) }
  }

  /// - Parameter column: counted from 1, in bytes; without it, there is no mark.
  /// - Returns: nothing where there is no such line: an excerpt is a help, not a condition.
  func text(_ file: String, _ line: Int, _ column: Int? = nil) -> String {
    guard let found = self.line(file, line) else { return "" }
    let excerpt = Excerpt(found, column: column ?? 1)
    return column == nil ? excerpt.unmarked : excerpt.marked
  }

  func content(_ file: String, _ line: Int) -> String? {
    self.line(file, line).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The name that stands there by itself; `nil` where it is a part of something longer, or no name.
  func name(_ file: String, _ line: Int, _ column: Int) -> String? {
    guard let shown = self.line(file, line), (1...shown.count + 1).contains(column) else { return nil }
    let before = String(decoding: shown.prefix(column - 1), as: UTF8.self)
    let rest = String(decoding: shown.dropFirst(column - 1), as: UTF8.self)
    func isOfName(_ character: Character) -> Bool { character.isLetter || character.isNumber || character == "_" }
    let name = rest.prefix(while: isOfName)
    guard let first = name.first, !first.isNumber, before.last.map({ !isOfName($0) && $0 != "." }) ?? true,
      !rest.dropFirst(name.count).drop(while: \.isWhitespace).starts(with: /[.(\[{!?]/)
    else { return nil }
    return String(name)
  }

  private func line(_ file: String, _ line: Int) -> ArraySlice<UInt8>? {
    if files[file] == nil { files.updateValue(lines(of: file), forKey: file) }
    return files[file]??.line(line)
  }

  /// A cell can name any file (by `#sourceLocation`): what stands there is not its business.
  private func lines(of file: String) -> FileLines? {
    guard let course else { return nil }
    let own = Self.ownFolder.path + "/"
    do throws(CourseFiles.Refusal) {
      guard file.hasPrefix("/") else { return FileLines(try course.data(at: file, limit: CourseLimits.text)) }
      guard file.hasPrefix(own) else { return nil }
      return FileLines(try cellEdits.data(at: String(file.dropFirst(own.count)), limit: CourseLimits.text))
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

  /// Without its end, which is LF, CR LF or CR.
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
