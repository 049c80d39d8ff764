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
  /// - Returns: `nil` where there is no such file, or where it lies outside the course: that is nobody's to publish.
  static func target(of path: String, in file: String, of course: Course) -> Target? {
    var names = file.split(separator: "/").dropLast().map(String.init)
    for name in path.split(separator: "/") where name != "." {
      guard name == ".." else {
        names.append(String(name))
        continue
      }
      guard names.popLast() != nil else { return nil }
    }
    let relative = names.joined(separator: "/")
    if let lesson = course.lessons.first(where: { $0.file == relative }) { return .lesson(lesson) }
    let source = course.folder.appending(path: relative).resolvingSymlinksInPath()
    let root = course.folder.resolvingSymlinksInPath().path
    var isFolder: ObjCBool = false
    guard source.path.hasPrefix(root.hasSuffix("/") ? root : root + "/"),
      FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder), !isFolder.boolValue
    else { return nil }
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
