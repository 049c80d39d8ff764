import Course
import Files
import Foundation
import Messages

/// The courses that the learner added, and whose cells they trust. It lies in the learner's own folder: no course can
/// say of itself that it is trusted.
package struct TrustStore {
  /// A course. In commands it is called as its folder is.
  package struct Entry: Codable, Equatable {
    package var folder: FolderPath
    /// Whether `learn course add` named it. Trust alone does not add a course.
    package var isAdded = false
    /// The hashes of the cells that are trusted.
    package var trusted: [String] = []
    /// Whether its cells are trusted as they change.
    package var isAlwaysTrusted = false
    /// The version of the log's form when it was added; `nil` for those of before events had a course.
    package var since: Int?
  }

  package enum Trust: Equatable { case bundled, always, asItIs, changed, none }

  package private(set) var entries: [Entry] = []
  private let file: URL

  /// - Parameter home: the learner's own folder.
  package init(home: URL) throws {
    file = home.appending(path: "courses.json")
    entries = try Self.read(file)
  }

  private static func read(_ file: URL) throws -> [Entry] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    do {
      return try JSONDecoder().decode([Entry].self, from: Data(contentsOf: file))
    } catch {
      throw Failure(
        "\(file.path) is damaged: which courses you added and trust cannot be read",
        help: "take the file away, and add and trust your courses again", status: .data)
    }
  }

  /// Whether the course's cells may run. The same cells are the same ones wherever they lie.
  package func trust(in course: Course) -> Trust {
    let entry = entries.first { $0.folder == FolderPath(course.folder) }
    if entry?.isAlwaysTrusted == true { return .always }
    let hash = course.cellsHash
    if entries.contains(where: { $0.trusted.contains(hash) }) { return .asItIs }
    return entry?.trusted.isEmpty == false ? .changed : .none
  }

  package mutating func add(_ folder: URL) throws {
    try change(folder) { $0.isAdded = true }
  }

  package mutating func trust(_ course: Course, always: Bool) throws {
    let hash = course.cellsHash
    try change(course.folder) { entry in
      if !entry.trusted.contains(hash) { entry.trusted.append(hash) }
      entry.isAlwaysTrusted = entry.isAlwaysTrusted || always
    }
  }

  /// Forgets the course and the trust in it.
  package mutating func remove(_ entry: Entry) throws {
    try write { $0.removeAll { $0.folder == entry.folder } }
  }

  /// The course of this folder, or of this name.
  package func entry(named name: String) -> Entry? {
    let path = FolderPath(URL(filePath: name, directoryHint: .isDirectory))
    return entries.first { $0.folder == path } ?? entries.first { $0.folder.name == name }
  }

  private mutating func change(_ folder: URL, _ body: (inout Entry) -> Void) throws {
    let path = FolderPath(folder)
    try write { entries in
      let index = entries.firstIndex { $0.folder == path } ?? entries.endIndex
      if index == entries.endIndex { entries.append(Entry(folder: path, since: 2)) }
      body(&entries[index])
    }
  }

  /// Another command may have changed it meanwhile, and taken trust away: what is changed is what is there.
  private mutating func write(_ change: (inout [Entry]) -> Void) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try PrivateFolder.make(file.deletingLastPathComponent())
      entries = try PrivateFile.change(file) {
        var entries = try Self.read(file)
        change(&entries)
        return (try encoder.encode(entries), entries)
      }
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        "cannot write to \(file.path): \(error.localizedDescription)",
        help: "make room or give yourself the right to write there; LEARN_HOME chooses another folder",
        status: .cannotCreate)
    }
  }
}
