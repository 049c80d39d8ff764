import Files
import Foundation

/// A site while it is written: in a folder of its own, which takes the place of the former site when it is whole.
struct SiteFolder {
  /// The name of the list of what a build wrote, a path a line, so that the next one knows what it may replace.
  static let marker = ".learn-site"

  private let destination: URL
  private let temporary: URL
  private var paths: Set<String> = []
  private var folders: Set<URL> = []

  /// Makes the folder to write to, after a look at what is there already.
  init(replacing folder: URL) throws(SiteError) {
    destination = folder.standardizedFileURL.resolvingSymlinksInPath()
    let parent = destination.deletingLastPathComponent()
    temporary = parent.appending(path: ".\(destination.lastPathComponent).\(UUID().uuidString)")
    try Self.requireOurs(destination)
    let temporary = temporary
    try Self.writing(temporary) {
      try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    }
  }

  mutating func write(_ text: String, to path: String) throws(SiteError) {
    try write(Data(text.utf8), to: path)
  }

  mutating func write(_ data: Data, to path: String) throws(SiteError) {
    try add(path) { try data.write(to: $0) }
  }

  /// Puts the site in its place.
  mutating func publish() throws(SiteError) {
    let list = paths.sorted().joined(separator: "\n") + "\n"
    try write(list, to: Self.marker)
    let (destination, temporary) = (destination, temporary)
    try Self.writing(destination) { try FolderReplacement.replace(destination, by: temporary) }
  }

  /// Leaves everything as it was.
  func discard() throws(SiteError) {
    let temporary = temporary
    guard FileManager.default.fileExists(atPath: temporary.path) else { return }
    try Self.writing(temporary) { try FileManager.default.removeItem(at: temporary) }
  }

  private mutating func add(_ path: String, _ write: (URL) throws -> Void) throws(SiteError) {
    let file = temporary.appending(path: path)
    let folder = file.deletingLastPathComponent()
    let isNew = folders.insert(folder).inserted
    paths.insert(path)
    try Self.writing(file) {
      if isNew { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
      try write(file)
    }
  }

  /// Checks that the folder may be replaced: nothing is lost where it is not there, is empty, or holds only what a
  /// build wrote.
  private static func requireOurs(_ folder: URL) throws(SiteError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw .notAFolder(path: folder.path) }
    do {
      let present = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      guard !present.isEmpty else { return }
      let list = folder.appending(path: marker)
      let isSite = FileManager.default.fileExists(atPath: list.path)
      let written = isSite ? try String(contentsOf: list, encoding: .utf8) : ""
      let ours = Set(written.split(separator: "\n").map(String.init))
      let folders = Set(ours.flatMap(foldersAbove))
      let foreign = present.filter { $0 != marker && !ours.contains($0) && !folders.contains($0) }
      if !isSite || !foreign.isEmpty {
        throw SiteError.notOurs(folder: folder.path, example: foreign.min() ?? marker)
      }
    } catch let error as SiteError {
      throw error
    } catch {
      throw .cannotRead(path: folder.path, reason: error.localizedDescription)
    }
  }

  /// `a` and `a/b` for `a/b/c.html`.
  private static func foldersAbove(_ path: String) -> [String] {
    let names = path.split(separator: "/").dropLast()
    return names.indices.map { names[...$0].joined(separator: "/") }
  }

  private static func writing(_ file: URL, _ body: () throws -> Void) throws(SiteError) {
    do {
      try body()
    } catch {
      throw .cannotWrite(path: file.path, reason: error.localizedDescription)
    }
  }
}
