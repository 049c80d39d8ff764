import Foundation
import GRDB

/// What could be read from a damaged store.
package struct RecoveryReport: Equatable, Sendable {
  /// Events written to the file.
  package var events: Int
  /// Events that are known to have been there and cannot be read.
  package var unreadable: Int
}

extension ProgressStore {
  /// Writes every event that can still be read from a damaged store as JSON lines, to be imported into a new one.
  ///
  /// It works on a copy: the damaged file is left as it is.
  package static func recover(
    from database: URL, to file: URL, temporary: URL = FileManager.default.temporaryDirectory
  ) throws(ProgressError) -> RecoveryReport {
    let path = database.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else {
      throw .cannotRead(path: path, detail: "no such file")
    }
    let folder = temporary.appending(path: "learn-recovery-\(UUID().uuidString)")
    do {
      return try working(in: folder) { try recover(path, to: file, by: folder) }
    } catch let error as DatabaseError {
      throw ProgressError(error, path: path)
    } catch {
      throw ProgressError(error, path: file.path(percentEncoded: false))
    }
  }

  /// Makes a folder for the body, and takes it away again however the body ends: it holds a copy of all answers.
  private static func working<Result>(in folder: URL, _ body: () throws -> Result) throws -> Result {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let result: Result
    do {
      result = try body()
    } catch {
      try files.removeItem(at: folder)
      throw error
    }
    try files.removeItem(at: folder)
    return result
  }

  private static func recover(_ path: String, to file: URL, by folder: URL) throws -> RecoveryReport {
    let copy = folder.appending(path: fileName).path(percentEncoded: false)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    let queue = try DatabaseQueue(path: copy)
    // Outside a transaction: SQLite will not end one in which it has met damage.
    var (events, report) = try queue.unsafeRead(readable)
    try queue.close()
    events.sort { ($0.id.device, $0.id.counter) < ($1.id.device, $1.id.counter) }
    report.events = try write(AnyCursor(events), to: file)
    return report
  }

  private static func readable(_ db: Database) throws -> ([Event], RecoveryReport) {
    // Without the list of tables nothing can be found, and this throws.
    _ = try db.tableExists("event")
    var events: [Event] = []
    var report = RecoveryReport(events: 0, unreadable: 0)
    /// Halves a stretch of rows until only those are left out that cannot be read.
    func read(_ rows: ClosedRange<Int64>) throws {
      do {
        let found = try Array(Self.events("WHERE event.id BETWEEN ? AND ?", [rows.lowerBound, rows.upperBound], db))
        // A damaged page may still look like rows; an event that no import would take is none.
        let sound = found.filter { EventLine($0).decoded() == $0 }
        report.unreadable += found.count - sound.count
        events += sound
      } catch  where isDamage(error) {
        guard rows.lowerBound < rows.upperBound else {
          report.unreadable += 1
          return
        }
        let middle = (rows.lowerBound + rows.upperBound) / 2
        try read(rows.lowerBound...middle)
        try read(middle + 1...rows.upperBound)
      }
    }
    for stretch in try stretches(db) { try read(stretch) }
    return (events, report)
  }

  private static func isDamage(_ error: any Error) -> Bool {
    guard case .damaged = ProgressError(error, path: "") else { return false }
    return true
  }

  /// All rows of the log, a thousand at a time. Rows are numbered without gaps, so the last number says how many.
  private static func stretches(_ db: Database) throws -> [ClosedRange<Int64>] {
    var last: Int64 = 0
    // Each of these ends at another page: if one is damaged, another may tell.
    for source in ["max(id) FROM event", "max(eventId) FROM answer", "max(eventId) FROM position"] {
      do {
        last = max(last, try Int64.fetchOne(db, sql: "SELECT \(source)") ?? 0)
      } catch  where isDamage(error) {
        continue
      }
    }
    return stride(from: 1, through: last, by: 1_000).map { $0...min($0 + 999, last) }
  }
}
