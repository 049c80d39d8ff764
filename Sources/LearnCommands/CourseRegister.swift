import Course
import Files
import Foundation

/// The courses that the learner added, and whose cells they trust. It lies in the learner's own folder: no course can
/// say of itself that it is trusted.
struct CourseRegister {
  /// One course.
  struct Entry: Codable, Equatable {
    var folder: String
    /// Whether `learn course add` named it. Trust alone does not add a course.
    var isAdded = false
    /// The hashes of the cells that are trusted.
    var trusted: [String] = []
    /// Whether its cells are trusted as they change.
    var isAlwaysTrusted = false
    /// The version of the log's form when it was added; `nil` for those of before events had a course.
    var since: Int?
  }

  enum Trust: Equatable { case bundled, always, asItIs, changed, none }

  private(set) var entries: [Entry] = []
  private let file: URL

  /// - Parameter home: the learner's own folder.
  init(home: URL) throws {
    file = home.appending(path: "courses.json")
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    do {
      entries = try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    } catch {
      throw Failure(
        "\(file.path) is damaged: which courses you added and trust cannot be read",
        help: "take the file away, and add and trust your courses again", status: .data)
    }
  }

  /// Whether the course's cells may run. The same cells are the same ones wherever they lie.
  func trust(in course: Course) -> Trust {
    let entry = entries.first { $0.folder == Self.path(course.folder) }
    if entry?.isAlwaysTrusted == true { return .always }
    let hash = course.cellsHash
    if entries.contains(where: { $0.trusted.contains(hash) }) { return .asItIs }
    return entry?.trusted.isEmpty == false ? .changed : .none
  }

  mutating func add(_ folder: URL) throws {
    try change(folder) { $0.isAdded = true }
  }

  mutating func trust(_ course: Course, always: Bool) throws {
    let hash = course.cellsHash
    try change(course.folder) { entry in
      if !entry.trusted.contains(hash) { entry.trusted.append(hash) }
      entry.isAlwaysTrusted = entry.isAlwaysTrusted || always
    }
  }

  /// Forgets the course and the trust in it.
  mutating func remove(_ entry: Entry) throws {
    entries.removeAll { $0.folder == entry.folder }
    try write()
  }

  /// The course of this folder, or of this name.
  func entry(named name: String) -> Entry? {
    let path = Self.path(URL(filePath: name, directoryHint: .isDirectory))
    return entries.first { $0.folder == path } ?? entries.first { Self.name($0) == name }
  }

  /// What an added course is called in commands: its folder's name.
  static func name(_ entry: Entry) -> String { URL(filePath: entry.folder).lastPathComponent }

  static func path(_ folder: URL) -> String {
    let path = folder.standardizedFileURL.resolvingSymlinksInPath().path
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private mutating func change(_ folder: URL, _ body: (inout Entry) -> Void) throws {
    let path = Self.path(folder)
    let index = entries.firstIndex { $0.folder == path } ?? entries.endIndex
    if index == entries.endIndex { entries.append(Entry(folder: path, since: 2)) }
    body(&entries[index])
    try write()
  }

  private func write() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try PrivateFolder.make(file.deletingLastPathComponent())
      try PrivateFile.write(encoder.encode(entries), to: file)
    } catch {
      throw Failure(
        "cannot write to \(file.path): \(error.localizedDescription)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    }
  }
}
