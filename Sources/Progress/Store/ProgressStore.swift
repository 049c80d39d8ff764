// Progress: the SQLite log behind Practice's types; FSRS fitted to it.

import Files
import Foundation
import GRDB
import SpacedRepetition

/// A learner's progress: an append-only log in SQLite, and the states computed from it.
///
/// Every write is one transaction, on disk when the method returns (WAL, `synchronous = FULL`); several processes
/// may have the same store open. Times are seconds since 1970 (UTC) and always parameters.
package struct ProgressStore: Sendable {
  package let path: String
  /// The course whose progress it is: what is recorded is about it, and what is read counts for it. Empty for what is
  /// about none.
  package let course: String
  package let scheduler: Scheduler
  /// The events that were confirmed and are gone, until `acknowledgeLoss`.
  package let lost: LostEvents?
  let queue: any DatabaseWriter
  /// `nil` for a store that lies in no folder.
  let counters: CounterFile?

  /// The database's name in its folder.
  package static var fileName: String { "progress.sqlite" }

  /// Opens the store in `folder`, and makes both where they are not there yet.
  ///
  /// States that were computed by another scheduler are computed again. Without a scheduler it is that of the learner's
  /// settings.
  ///
  /// - Parameter inheritance: `nil` leaves it as it was.
  package init(
    folder: URL, course: String = "", inheritance: Inheritance? = nil, scheduler: Scheduler? = nil
  ) throws(ProgressError) {
    let path = folder.appending(path: Self.fileName).path(percentEncoded: false)
    do {
      try PrivateFolder.make(folder)
      let counters = CounterFile(folder: folder)
      let (queue, lost) = try Self.open(path, counters)
      self.path = path
      self.course = course
      self.scheduler = try scheduler ?? queue.read { db in try Self.scheduler(db) }
      self.counters = counters
      self.queue = queue
      self.lost = lost
      try Self.diagnosing(queue, path: path) {
        try refresh()
        if let inheritance { try adopt(inheritance) }
      }
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// A store in a database that somebody else has opened, such as one in memory. It has no file beside it: what the
  /// database has forgotten is not told.
  package init(
    database: any DatabaseWriter, course: String = "", inheritance: Inheritance? = nil, scheduler: Scheduler? = nil
  ) throws(ProgressError) {
    let path = "a database"
    do {
      try Schema.migrator.migrate(database)
      try database.write { db in if try Self.device(db).isEmpty { try Self.giveName(db) } }
      self.path = path
      self.course = course
      self.scheduler = try scheduler ?? database.read { db in try Self.scheduler(db) }
      counters = nil
      queue = database
      lost = nil
      try refresh()
      if let inheritance { try adopt(inheritance) }
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  /// Throws where nothing can be recorded.
  package func checkWritable() throws(ProgressError) {
    try write { db in try db.execute(sql: "UPDATE store SET origin = origin") }
  }

  /// Returns this store's name in the ids of its events. It changes when the file is copied or restored.
  package func device() throws(ProgressError) -> String { try read(Self.device) }

  func read<Result>(_ body: (Database) throws -> Result) throws(ProgressError) -> Result {
    do {
      return try Self.diagnosing(queue, path: path) { try queue.read(body) }
    } catch {
      throw ProgressError(error, path: path)
    }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(ProgressError) -> Result {
    do {
      return try Self.diagnosing(queue, path: path) { try queue.write(body) }
    } catch {
      throw ProgressError(error, path: path)
    }
  }
}
