import Files
import Foundation
import GRDB
import Practice

extension ProgressStore {
  /// The seconds that we wait for another process.
  private static let patience: TimeInterval = 30

  /// SQLite itself does not wait where two processes change the mode of a new file at the same moment: one of them is
  /// told at once that the file is busy, and begins again.
  static func open(_ path: String, _ counters: CounterFile) throws -> (DatabaseQueue, LostEvents?) {
    let deadline = ContinuousClock.now + .seconds(patience)
    while true {
      do {
        try requireContents(path, counters)
        // SQLite gives its other files the rights of this one.
        try PrivateFile.make(URL(filePath: path))
        let (entry, change) = try (counters.entry(), DatabaseFile.change(of: path))
        let queue = try openQueue(path)
        return try diagnosing(queue, path: path) {
          try check(queue, path: path)
          // Before the database changes, by which it is known.
          try noteLoss(queue, counters, entry, change: change)
          try prepare(queue)
          try identify(queue, path: path, counters)
          try settle(queue, counters)
          return try (queue, counters.entry()?.lost)
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  /// A file without a byte is a new one, unless events were recorded before.
  private static func requireContents(_ path: String, _ counters: CounterFile) throws {
    let files = FileManager.default
    func isEmpty(_ path: String) throws -> Bool {
      (try files.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue == 0
    }
    guard files.fileExists(atPath: path), try isEmpty(path),
      try !files.fileExists(atPath: path + "-wal") || isEmpty(path + "-wal"), let last = try counters.last(),
      last.counter > 0
    else { return }
    throw ProgressError.emptied(path: path, events: last.counter)
  }

  private static func openQueue(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try DatabaseHeader.check(db, path: path)
      try db.execute(sql: "PRAGMA synchronous = FULL")
      // A limit, not an allocation: a large import stays in memory instead of going through the log twice.
      try db.execute(sql: "PRAGMA cache_size = -65536")
      // On macOS only this reaches the disk itself; elsewhere it says nothing.
      try db.execute(sql: "PRAGMA fullfsync = 1")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Throws, before anything is written, where the file is not ours to write.
  static func check(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { db in
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table'") ?? 0
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      // The table of migrations is there a moment before the first migration.
      if id != Schema.applicationID, tables > 0, try !db.tableExists("grdb_migrations") || id != 0 || tables > 1 {
        guard try Schema.tables.allSatisfy({ try db.tableExists($0) }) else { throw ProgressError.foreign(path: path) }
        throw ProgressError.damaged(path: path, detail: "its header does not say whose it is")
      }
      let (applied, known) = try (Schema.migrator.appliedIdentifiers(db), Schema.migrator.migrations)
      guard !applied.isSubset(of: known) else { return }
      // A newer version has made all the steps that we know.
      guard applied.isSuperset(of: known) else {
        throw ProgressError.damaged(path: path, detail: "its version is none")
      }
      throw ProgressError.newer(path: path)
    }
  }

  private static func prepare(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { db in
      // The mode stays with the file, so that this writes only once.
      if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
    }
    while try !queue.read(Schema.migrator.hasCompletedMigrations) {
      let made = try queue.read(Schema.migrator.appliedIdentifiers)
      do {
        try Schema.migrator.migrate(queue)
      } catch {
        // Another process may have made the same step between our look and our writing, and be at the next.
        guard try queue.read(Schema.migrator.appliedIdentifiers) != made else { throw error }
      }
    }
  }

  /// Names the store. A copied file gets a new name: two stores must never give the same id to two events. So does one
  /// that was put in the place of another's, whose counters lie beside it.
  private static func identify(_ queue: DatabaseQueue, path: String, _ counters: CounterFile) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let origin = (attributes[.systemFileNumber] as? NSNumber)?.stringValue ?? ""
    let isNamed: (Database) throws -> Bool = { db in
      let sql = "SELECT EXISTS (SELECT * FROM store WHERE origin = ?)"
      guard try Bool.fetchOne(db, sql: sql, arguments: [origin]) == true else { return false }
      let last = try counters.last()
      guard let last else { return true }
      return try last.device.isSame(as: device(db))
    }
    if try queue.read(isNamed) { return }
    try queue.write { db in
      if try isNamed(db) { return }
      try giveName(db, origin: origin)
      try counters.note(EventID(device: device(db), counter: 0))
    }
  }

  /// Gives the store a new name, so that its counter starts at 1 without meeting an older event.
  ///
  /// - Parameter origin: `nil` leaves it as it is.
  static func giveName(_ db: Database, origin: String? = nil) throws {
    let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    let device = try deviceID(String(repeating: "0", count: 16 - digits.count) + digits, db)
    try db.execute(
      sql: """
        INSERT INTO store (id, deviceId, origin, scheduler) VALUES (1, ?1, coalesce(?2, ''), '')
        ON CONFLICT DO UPDATE SET deviceId = excluded.deviceId, origin = coalesce(?2, origin)
        """, arguments: [device, origin])
  }

  static func device(_ db: Database) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM store JOIN device ON device.id = store.deviceId") ?? ""
  }
}
