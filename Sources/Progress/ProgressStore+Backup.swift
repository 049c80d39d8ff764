import Files
import Foundation
import GRDB
import SpacedRepetition

extension ProgressStore {
  /// Copies the store to a new file, by SQLite's own backup: whole even while another process writes. What is there when
  /// this returns is what `restore` takes.
  package func backup(to file: URL) throws(ProgressError) {
    let target = file.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: target) else { throw .alreadyThere(path: target) }
    let partial = target + ".partial"
    do {
      if FileManager.default.fileExists(atPath: partial) { try FileManager.default.removeItem(atPath: partial) }
      do {
        try Self.diagnosing(queue, path: path) { try copy(to: partial) }
        try Self.checkedBackup(partial).close()
        try FileManager.default.moveItem(atPath: partial, toPath: target)
      } catch {
        unlink(partial)
        throw error
      }
    } catch {
      // A copy that is not whole is that of a store that is not, or of a disk that does not keep what it is given.
      guard case .damaged(_, let detail) = ProgressError(error, path: target) else {
        throw ProgressError(error, path: target)
      }
      try checkIntegrity()
      throw .cannotWrite(path: target, detail: detail)
    }
  }

  private func copy(to path: String) throws {
    try PrivateFile.make(URL(filePath: path))
    let copy = try DatabaseQueue(path: path)
    try queue.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      // A backup is one file, and whoever opens it as a store gives it a name of its own, and computes what is computed.
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      try db.execute(sql: "UPDATE store SET origin = '', scheduler = ''")
    }
    try copy.close()
  }

  /// A copy of the store in `folder` that is gone when it is closed; a new one where there is none. What is written to it
  /// is lost: it is for reading where nothing can be written.
  package init(
    copying folder: URL, course: String = "", inheritance: Inheritance? = nil,
    temporary: URL = FileManager.default.temporaryDirectory
  ) throws(ProgressError) {
    let copy = temporary.appending(path: "learn-reading-\(UUID().uuidString)")
    let (files, path) = (FileManager.default, folder.appending(path: Self.fileName).path(percentEncoded: false))
    do {
      // SQLite has its files open by then: without names they go with the process.
      self = try Self.working(in: copy) {
        for suffix in ["", "-wal"] where files.fileExists(atPath: path + suffix) {
          do {
            // What may not be written where it is, may be where it is copied to.
            try PrivateFile.copy(URL(filePath: path + suffix), to: copy.appending(path: Self.fileName + suffix))
          } catch let error as CocoaError where error.code == .fileReadNoPermission {
            throw ProgressError.cannotRead(path: path + suffix, detail: error.localizedDescription)
          }
        }
        let store = try ProgressStore(folder: copy, course: course, inheritance: inheritance)
        _ = try store.device()
        return store
      }
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// What a restoration did.
  package struct Restoration: Sendable {
    package var store: ProgressStore
    /// Where the progress of before lies now; `nil` if there was none.
    package var kept: URL?
  }

  /// Puts a backup in the place of the store in `folder`, which may be damaged. What was there is kept beside it.
  package static func restore(
    from file: URL, into folder: URL, scheduler: Scheduler? = nil, at time: Int64
  ) throws(ProgressError) -> Restoration {
    let source = file.path(percentEncoded: false)
    let backup: DatabaseQueue
    do { backup = try checkedBackup(source) } catch { throw ProgressError(error, path: source) }
    let kept = try setAside(in: folder, at: time)
    do {
      let store = try ProgressStore(folder: folder, scheduler: scheduler)
      try backup.backup(to: store.queue)
      try store.queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = WAL") }
      try Schema.migrator.migrate(store.queue)
      // Opened once more, it gets a new name: what was recorded after the backup, and perhaps exported, keeps its ids
      // to itself.
      try store.queue.write { db in try db.execute(sql: "UPDATE store SET origin = ''") }
      return Restoration(store: try ProgressStore(folder: folder, scheduler: scheduler), kept: kept)
    } catch {
      throw ProgressError(error, path: folder.appending(path: fileName).path(percentEncoded: false))
    }
  }

  /// Opens a backup for reading, if it is one and whole.
  private static func checkedBackup(_ path: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ProgressError.cannotRead(path: path, detail: "no such file")
    }
    var configuration = Configuration()
    configuration.readonly = true
    try DatabaseHeader.check(path)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try diagnosing(queue, path: path) {
      try check(queue, path: path)
      try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
          throw ProgressError.foreign(path: path)
        }
        try checkIntegrity(db, path: path)
      }
      return queue
    }
  }

  /// Keeps what is in `folder`: a copy of a sound store; a damaged one is moved away as it is.
  private static func setAside(in folder: URL, at time: Int64) throws(ProgressError) -> URL? {
    let present = folder.appending(path: fileName)
    let path = present.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let names = sequence(first: "\(keptPrefix)\(time)") { $0 + "+" }
    let places = names.lazy.map { folder.appending(path: "\($0).sqlite") }
    // A clock may say the same once more.
    guard let kept = places.first(where: { !FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) })
    else {
      return nil
    }
    do throws(ProgressError) {
      let store = try ProgressStore(folder: folder)
      try store.checkIntegrity()
      try store.backup(to: kept)
    } catch {
      switch error {
      case .damaged, .emptied: break
      default: throw error
      }
      do {
        for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
          try FileManager.default.moveItem(atPath: path + suffix, toPath: kept.path(percentEncoded: false) + suffix)
        }
      } catch {
        throw ProgressError(error, path: path)
      }
    }
    return kept
  }

  private static var keptPrefix: String { "progress-before-" }

  /// Erases everything that was recorded, from the disk too, and what restorations have kept beside it. Other processes may
  /// have the store open. Returns how many files were removed.
  @discardableResult
  package func forget() throws(ProgressError) -> Int {
    try erase()
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      let files = FileManager.default
      let kept = try files.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(Self.keptPrefix) }
      for name in kept { try files.removeItem(at: folder.appending(path: name)) }
      return kept.count { $0.hasSuffix(".sqlite") }
    } catch {
      throw ProgressError(error, path: folder.path)
    }
  }

  private func erase() throws(ProgressError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          let origin = try String.fetchOne(db, sql: "SELECT origin FROM store") ?? ""
          try Schema.empty(db)
          try Self.giveName(db, origin: origin)
          try counters.note(EventID(device: Self.device(db), counter: 0))
          return .commit
        }
        try db.execute(sql: "VACUUM")
        _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
      try refresh()
    } catch {
      throw ProgressError(error, path: path)
    }
  }
}
