import Foundation
import GRDB
import Practice

/// Events that were confirmed and are in the log no more.
package struct LostEvents: Equatable, Sendable {
  package var answers: Int64
  /// Directories, settings and what else is no answer.
  package var others: Int64
}

extension ProgressStore {
  /// Notes what was in a write-ahead log that somebody took away: the database itself is as it was when the last event
  /// was confirmed, and does not have it.
  ///
  /// Where the file was changed since, by a copy that was put in its place, it is taken at its word.
  static func noteLoss(
    _ queue: DatabaseQueue, _ counters: CounterFile, _ entry: CounterFile.Entry?, change: String?
  ) throws {
    guard let entry, let confirmed = entry.confirmed, confirmed.counter > 0, confirmed.change == change else { return }
    let present: CounterFile.Confirmed? = try queue.read { db in
      // Without tables, nothing of it had reached the database yet.
      guard try db.tableExists("store") else { return CounterFile.Confirmed() }
      let given = entry.given.device
      guard try device(db).isSame(as: given) else {
        // A copy of a folder names itself anew: that name can be gone with the log, and all that was recorded under it.
        let isKnown = try String.fetchOne(db, sql: "SELECT name FROM device WHERE name = ?", arguments: [given]) != nil
        return isKnown ? nil : CounterFile.Confirmed()
      }
      return try last(of: given, db) < confirmed.counter ? confirmedEvents(of: given, db) : nil
    }
    guard let present else { return }
    let answers = max(0, confirmed.answers - present.answers)
    let others = max(answers == 0 ? 1 : 0, confirmed.events - present.events - answers)
    try counters.note(LostEvents(answers: answers, others: others), of: confirmed, leaving: present)
  }

  /// The loss has been told.
  package func acknowledgeLoss() throws(ProgressError) {
    guard let counters else { return }
    do { try counters.forgetLoss() } catch { throw ProgressError(error, path: counters.path) }
  }

  /// Has the file of the counter say what is in the database, where it does not know, or knows more.
  ///
  /// - Parameter anew: in any case.
  static func settle(_ queue: any DatabaseReader, _ counters: CounterFile, anew: Bool = false) throws {
    guard let entry = try counters.entry() else { return }
    let device = entry.given.device
    try queue.read { db in
      guard try Self.device(db).isSame(as: device) else { return }
      if !anew, let confirmed = entry.confirmed, try last(of: device, db) >= confirmed.counter { return }
      try counters.reset(device, to: confirmedEvents(of: device, db))
    }
  }

  /// The number of the last event of a device; 0 where there is none.
  static func last(of device: String, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(
      sql: "SELECT max(counter) FROM event WHERE deviceId = (SELECT id FROM device WHERE name = ?)")
    return try Int64.fetchOne(find, arguments: [device]) ?? 0
  }

  static func confirmedEvents(of device: String, _ db: Database) throws -> CounterFile.Confirmed {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), count(answer.eventId) FROM event LEFT JOIN answer ON eventId = event.id
        WHERE deviceId = (SELECT id FROM device WHERE name = ?)
        """, arguments: [device])
    return try CounterFile.Confirmed(
      counter: last(of: device, db), events: row?.decode(atIndex: 0) ?? 0, answers: row?.decode(atIndex: 1) ?? 0)
  }
}
