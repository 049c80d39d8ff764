import Files
import Foundation
import GRDB

/// What could be read from a damaged store.
package struct RecoveryReport: Equatable, Sendable {
  /// Events written to the file.
  package var events: Int
  /// Events that are known to have been there and cannot be read.
  package var unreadable: Int
  /// Whether there may have been more: the end of the log cannot be seen.
  package var isAtLeast = false
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
  static func working<Result>(in folder: URL, _ body: () throws -> Result) throws -> Result {
    let files = FileManager.default
    try PrivateFolder.make(folder)
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
    try DatabaseHeader.mend(URL(filePath: copy))
    let given = try CounterFile(folder: URL(filePath: path).deletingLastPathComponent()).last()
    var (events, last) = try readable(copy, given)
    // Numbers are given without gaps by a device, and rows by a log: what is missing was there.
    let lastGiven = events.filter { $0.event.id.device == given?.device }.map(\.event.id.counter).max() ?? 0
    let behind = max(0, (given?.counter ?? 0) - lastGiven)
    let unreadable = max(last.row, (events.map(\.row).max() ?? 0) + behind) - Int64(events.count)
    guard !events.isEmpty || unreadable == 0 else {
      throw ProgressError.damaged(path: path, detail: "none of its \(unreadable) events can be read")
    }
    events.sort { ($0.event.id.device, $0.event.id.counter) < ($1.event.id.device, $1.event.id.counter) }
    let count = try write(AnyCursor(events.map(\.event)), to: file)
    return RecoveryReport(events: count, unreadable: Int(unreadable), isAtLeast: !last.isCertain)
  }

  private typealias Readable = (events: [(row: Int64, event: Event)], last: (row: Int64, isCertain: Bool))

  /// Where the list of tables is lost, or the beginning of one, it is put in again as every new store has it.
  private static func readable(_ copy: String, _ given: EventID?) throws -> Readable {
    func read() throws -> Readable {
      let queue = try DatabaseQueue(path: copy)
      try queue.writeWithoutTransaction(Schema.addCourses)
      // Outside a transaction: SQLite will not end one in which it has met damage.
      let found = try queue.unsafeRead { db in try readable(db, given) }
      try queue.close()
      return found
    }
    let found: Readable
    do {
      found = try read()
      if !found.events.isEmpty || found.last.isCertain { return found }
    } catch  where isDamage(error) {
      try mendTables(copy)
      let found = try read()
      guard !found.events.isEmpty else { throw error }
      return found
    }
    try mendTables(copy)
    let mended = try read()
    return mended.events.isEmpty ? found : mended
  }

  private static func mendTables(_ copy: String) throws {
    let model = copy + ".model"
    let queue = try DatabaseQueue(path: model)
    try Schema.migrator.migrate(queue)
    try queue.close()
    try DatabaseHeader.graft(URL(filePath: model), onto: URL(filePath: copy))
  }

  /// The events that can be read, each with its row, and what `lastRow` says.
  private static func readable(_ db: Database, _ given: EventID?) throws -> Readable {
    // Without the list of tables nothing can be found, and this throws.
    guard try db.tableExists("event") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "it has no table of events")
    }
    var events: [(row: Int64, event: Event)] = []
    /// Halves a stretch of rows until only those are left out that cannot be read.
    func read(_ rows: ClosedRange<Int64>) throws {
      do {
        let numbers = try Int64.fetchAll(
          db, sql: "SELECT id FROM event WHERE id BETWEEN ? AND ? ORDER BY id",
          arguments: [rows.lowerBound, rows.upperBound])
        let found = try Array(
          Self.events("WHERE event.id BETWEEN ? AND ? ORDER BY event.id", [rows.lowerBound, rows.upperBound], db))
        guard numbers.count == found.count else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        // A damaged page may still look like rows; an event that no import would take is none.
        events += zip(numbers, found).filter { EventLine($1).decoded() == $1 }.map { (row: $0, event: $1) }
      } catch  where isDamage(error) {
        guard rows.lowerBound < rows.upperBound else { return }
        let middle = (rows.lowerBound + rows.upperBound) / 2
        try read(rows.lowerBound...middle)
        try read(middle + 1...rows.upperBound)
      }
    }
    let last = try lastRow(db)
    // Where the end cannot be seen, it is looked for as far as the file is long: an event takes 40 bytes or more.
    let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let end = last.isCertain ? last.row : max(last.row, given?.counter ?? 0, pages * 4_096 / 40)
    for first in stride(from: 1, through: end, by: 1_000) { try read(first...min(first + 999, end)) }
    return (events, last)
  }

  private static func isDamage(_ error: any Error) -> Bool {
    guard case .damaged = ProgressError(error, path: "") else { return false }
    return true
  }

  /// The last row of the log that is known to have been there; rows are numbered without gaps. It is certain where the
  /// log itself says so.
  private static func lastRow(_ db: Database) throws -> (row: Int64, isCertain: Bool) {
    var (row, isCertain) = (Int64(0), true)
    // Each of these ends at another page: if one is damaged, another may tell.
    for source in ["max(id) FROM event", "max(eventId) FROM answer", "max(eventId) FROM position"] {
      do {
        row = max(row, try Int64.fetchOne(db, sql: "SELECT \(source)") ?? 0)
      } catch  where isDamage(error) {
        isCertain = false
      }
    }
    return (row, isCertain)
  }
}
