import Course
import Foundation

/// Where things are in a site, as paths from its root.
enum SiteAddress {
  /// The digests of all that the pages show of cells' runs.
  static let outputs = "outputs.json"
  static let glossary = "glossary.html"

  static func page(of lesson: Lesson) -> String { "lessons/\(lesson.id).html" }

  /// The picture of this number that a cell showed.
  static func picture(_ number: Int, of cell: Cell, in lesson: Lesson) -> String {
    "lessons/\(lesson.id)/\(cell.id)-\(number).png"
  }

  /// What a relative path in a file of the course leads to.
  enum Target {
    case lesson(Lesson)
    case file(path: String, source: URL)
  }

  /// - Parameters:
  ///   - path: as written, without query and fragment.
  ///   - file: the course's file in which it is written, such as `Lessons/01-judge-or-maker.md`.
  /// - Returns: `nil` where there is no such file, or where it lies outside the course.
  static func target(of path: String, in file: String, of course: Course) -> Target? {
    guard let path = course.path(to: path, from: file) else { return nil }
    if let lesson = course.lessons.first(where: { $0.file == path }) { return .lesson(lesson) }
    guard let source = course.file(at: path) else { return nil }
    var names = path.split(separator: "/").map(String.init)
    names[0] = names[0].lowercased()
    return .file(path: names.joined(separator: "/"), source: source)
  }
}

/// The course's own files that a page shows or links to, by their paths in the site.
final class UsedFiles {
  private(set) var used: [String: URL] = [:]

  func add(_ source: URL, at path: String) {
    used[path] = source
  }
}
