import Files
import Foundation
import GRDB
import Practice

extension ProgressStore {
  /// Copies the store to a new file, by SQLite's own backup: whole even while another process writes. What is there
  /// when this returns is what `restore` takes.
  package func backup(to file: URL) throws(ProgressError) {
    let target = file.path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: target) else { throw .alreadyThere(path: target) }
    do {
      let temporary = try PrivateFile.makeTemporary(beside: file).path(percentEncoded: false)
      do {
        try Self.diagnosing(queue, path: path) { try copy(to: temporary) }
        try Self.checkedBackup(temporary).close()
        // Not over what somebody else has put there meanwhile.
        try FileManager.default.moveItem(atPath: temporary, toPath: target)
      } catch {
        for suffix in ["", "-journal"] { unlink(temporary + suffix) }
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
    let copy = try DatabaseQueue(path: path)
    try queue.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      // A backup is one file, and whoever opens it as a store gives it a name of its own, and computes what is computed.
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
      try db.execute(sql: "UPDATE store SET origin = '', scheduler = ''")
    }
    try copy.close()
  }

  /// Opens a backup for reading, if it is one and whole.
  static func checkedBackup(_ path: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else {
      throw ProgressError.cannotRead(path: path, detail: "no such file")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in try DatabaseHeader.check(db, path: path) }
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

  /// A copy of the store in `folder` that is gone when it is closed; a new one where there is none. What is written to
  /// it is lost: it is for reading where nothing can be written.
  package init(
    copying folder: URL, course: String = "", inheritance: Inheritance? = nil,
    temporary: URL = FileManager.default.temporaryDirectory
  ) throws(ProgressError) {
    let copy = temporary.appending(path: "learn-reading-\(UUID().uuidString)")
    let (files, path) = (FileManager.default, folder.appending(path: Self.fileName).path(percentEncoded: false))
    do {
      // Behind a link, the write-ahead log lies beside the file itself.
      let source = try PrivateFile.target(of: URL(filePath: path)).path(percentEncoded: false)
      // SQLite has its files open by then: without names they go with the process.
      self = try Self.working(in: copy) {
        for suffix in ["", "-wal"] where files.fileExists(atPath: source + suffix) {
          do {
            // What may not be written where it is, may be where it is copied to.
            try PrivateFile.copy(URL(filePath: source + suffix), to: copy.appending(path: Self.fileName + suffix))
          } catch let error as POSIXError where error.code == .EACCES || error.code == .EPERM {
            throw ProgressError.cannotRead(path: source + suffix, detail: error.localizedDescription)
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

  static var keptPrefix: String { "progress-before-" }

  /// Erases everything that was recorded, from the disk too, and what restorations have kept beside it. Other processes
  /// may have the store open. Returns how many files were removed.
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
          try counters?.note(EventID(device: Self.device(db), counter: 0))
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
