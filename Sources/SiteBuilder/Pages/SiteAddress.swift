import Course

/// The addresses of things in a site, as paths from its root.
enum SiteAddress {
  /// The digests of all that the pages show of cells' runs.
  static let outputs = "outputs.json"
  static let glossary = "glossary.html"

  static func page(of lesson: Lesson) -> String { "lessons/\(lesson.id).html" }

  /// The picture of this number that a cell showed.
  static func picture(_ number: Int, of cell: Cell, in lesson: Lesson) -> String {
    "lessons/\(lesson.id)/\(cell.id)-\(number).png"
  }

  /// The target of a relative path in a file of the course.
  enum Target {
    case lesson(Lesson)
    /// - Parameters:
    ///   - path: in the site.
    ///   - source: from the course's folder.
    case file(path: String, source: String)
  }

  /// - Parameters:
  ///   - path: as written, without query and fragment.
  ///   - file: the course's file in which it is written, such as `Lessons/01-judge-or-maker.md`.
  /// - Returns: `nil` where there is no such file, or where it lies outside the course.
  static func target(of path: String, in file: String, of course: Course) -> Target? {
    guard let path = course.path(to: path, from: file) else { return nil }
    if let lesson = course.lessons.first(where: { $0.file == path }) { return .lesson(lesson) }
    do throws(CourseFiles.Refusal) {
      try course.files.check(path)
    } catch {
      // The check of the course's files has told it.
      return nil
    }
    var names = path.split(separator: "/").map(String.init)
    names[0] = names[0].lowercased()
    return .file(path: names.joined(separator: "/"), source: path)
  }
}

/// The course's own files that a page shows or links to, from the course's folder, by their paths in the site.
final class UsedFiles {
  private(set) var used: [String: String] = [:]

  func add(_ source: String, at path: String) {
    used[path] = source
  }
}
