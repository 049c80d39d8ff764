import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// Reads the whole file and throws `damaged` if it is not whole: its pages, its tables, and every event. It takes
  /// seconds for a million answers.
  package func checkIntegrity() throws(ProgressError) {
    do { try queue.read { db in try Self.checkIntegrity(db, path: path) } } catch {
      throw ProgressError(error, path: path)
    }
  }

  static func checkIntegrity(_ db: Database, path: String) throws {
    func require(_ isSound: Bool, _ detail: @autoclosure () -> String) throws {
      guard isSound else { throw ProgressError.damaged(path: path, detail: detail()) }
    }
    let verdict = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    try require(verdict == "ok", verdict)
    try require(try Schema.matches(db), "its tables are not those of learn")
    try require(try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil, "a reference leads nowhere")
    let events = try loggedEvents("", [], columns: db.columnsOfEvent, db) { $0 }
    while let logged = try events.next() {
      let isWhole = logged.isSound && EventLine(logged.event).decoded() == logged.event
      try require(isWhole, "event \(logged.row) is not what was recorded")
    }
    let states = try Row.fetchCursor(db, sql: "SELECT \(ItemState.columns) FROM itemState")
    while let row = try states.next() { _ = try ItemState(row: row) }
  }

  /// SQLite refuses for two reasons: a mistake of ours, or a file that is not what it says. Which of them it was is
  /// told by the file.
  static func diagnosing<Result>(
    _ queue: any DatabaseReader, path: String, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch {
      guard case .refused(_, _, let detail) = ProgressError(error, path: path) else { throw error }
      do {
        try queue.read { db in try checkIntegrity(db, path: path) }
      } catch let found {
        // What cannot even be looked into is not whole.
        if case .refused = ProgressError(found, path: path) {
          throw ProgressError.damaged(path: path, detail: detail)
        }
        throw found
      }
      throw error
    }
  }
}

extension Database {
  /// The names of the columns; fewer where the log was begun by an earlier version, and not opened since.
  var columnsOfEvent: Set<String> {
    get throws { Set(try columns(in: "event").map(\.name)) }
  }
}
