import Files
import Foundation
import GRDB
import SpacedRepetition

extension ProgressStore {
  /// The result of a restoration.
  package struct Restoration: Sendable {
    package var store: ProgressStore
    /// The place where the progress of before lies now; `nil` if there was none.
    package var kept: URL?
  }

  /// Puts a backup in the place of the store in `folder`, which may be damaged. What was there is kept beside it.
  package static func restore(
    from file: URL, into folder: URL, scheduler: Scheduler? = nil, at time: Int64
  ) throws(ProgressError) -> Restoration {
    let source = file.path(percentEncoded: false)
    let backup: DatabaseQueue
    do { backup = try checkedBackup(source) } catch { throw ProgressError(error, path: source) }
    let path = folder.appending(path: fileName).path(percentEncoded: false)
    let former = try setAside(in: folder, at: time)
    do {
      let store = try put(backup, into: folder, scheduler)
      return Restoration(store: store, kept: former.map { URL(filePath: $0.path) })
    } catch {
      let failure = ProgressError(error, path: path)
      try former?.putBack(to: path)
      throw failure
    }
  }

  private static func put(_ backup: DatabaseQueue, into folder: URL, _ scheduler: Scheduler?) throws -> ProgressStore {
    let store = try ProgressStore(folder: folder, scheduler: scheduler)
    try backup.backup(to: store.queue)
    try store.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
    try Schema.migrator.migrate(store.queue)
    // Opened once more, it gets a new name: what was recorded after the backup, and perhaps exported, keeps its ids
    // to itself.
    try store.queue.write { db in try db.execute(sql: "UPDATE store SET origin = ''") }
    return try ProgressStore(folder: folder, scheduler: scheduler)
  }

  /// Keeps what is in `folder`: a copy of a sound store; a damaged one is moved away as it is.
  private static func setAside(in folder: URL, at time: Int64) throws(ProgressError) -> FormerStore? {
    let path = folder.appending(path: fileName).path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let names = sequence(first: "\(keptPrefix)\(time)") { $0 + "+" }
    let places = names.lazy.map { folder.appending(path: "\($0).sqlite").path(percentEncoded: false) }
    // A clock may say the same once more.
    guard let kept = places.first(where: { !FileManager.default.fileExists(atPath: $0) }) else { return nil }
    do throws(ProgressError) {
      let store = try ProgressStore(folder: folder)
      try store.checkIntegrity()
      try store.backup(to: URL(filePath: kept))
      return FormerStore(path: kept, isMoved: false)
    } catch {
      switch error {
      case .damaged, .emptied: break
      default: throw error
      }
      do { return try FormerStore(moving: path, to: kept) } catch { throw ProgressError(error, path: path) }
    }
  }
}

/// A store in whose place another one is restored.
struct FormerStore {
  private static let suffixes = ["", "-wal", "-shm"]

  /// The path of the store, which changes when it is moved away.
  var path: String
  /// Whether the store was damaged, and nothing of it is in its place.
  var isMoved: Bool
  /// The counter file's entry about the store.
  var counted: CounterFile.Entry?

  init(path: String, isMoved: Bool) { (self.path, self.isMoved) = (path, isMoved) }

  /// Moves a store away with all that SQLite has put beside it: all of it or, if that fails, nothing.
  init(moving place: String, to path: String) throws {
    self.init(path: path, isMoved: true)
    counted = try Self.counters(place).entry()
    do { try Self.move(place, to: path) } catch {
      if Self.isThere(path) { try moveBack(to: place) }
      throw error
    }
  }

  /// Puts back what was moved away, in the place of what was begun there.
  func putBack(to place: String) throws(ProgressError) {
    guard isMoved else { return }
    // What was begun goes first: its write-ahead log would be taken for that of the other file.
    if Self.isThere(path) { for suffix in Self.suffixes { unlink(place + suffix) } }
    try moveBack(to: place)
    do { if let counted { try Self.counters(place).put(counted) } } catch { throw ProgressError(error, path: place) }
  }

  private func moveBack(to place: String) throws(ProgressError) {
    do {
      guard Self.isThere(path) else { throw POSIXError(.ENOENT) }
      try Self.move(path, to: place)
    } catch {
      throw .cannotWrite(
        path: place,
        detail: "what was there before lies in \(path), and cannot be put back (\(error.localizedDescription))")
    }
  }

  private static func move(_ place: String, to other: String) throws {
    for suffix in suffixes where isThere(place + suffix) {
      try FileManager.default.moveItem(atPath: place + suffix, toPath: other + suffix)
    }
  }

  /// A link that leads nowhere is something, too.
  private static func isThere(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0
  }

  private static func counters(_ place: String) -> CounterFile {
    CounterFile(folder: URL(filePath: place).deletingLastPathComponent())
  }
}
