import GRDB
import Practice

/// The events that can be read of a damaged log.
struct Salvage {
  /// Events that are what was recorded, as far as can be known.
  var events: [LoggedEvent] = []
  /// The last row of the log that is known to have been there; rows are numbered without gaps.
  private(set) var lastRow: Int64 = 0
  /// Whether the log itself says so.
  private(set) var isEndCertain = true

  init(_ db: Database, _ given: EventID?) throws {
    // Without the list of tables nothing can be found, and this throws.
    guard try db.tableExists("event") else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "it has no table of events")
    }
    let names = try SalvagedNames(db, given)
    let columns = try db.columnsOfEvent
    // An event takes 40 bytes or more.
    let room = (try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0) * 4_096 / 40
    try findEnd(db, room: room)
    // Where the end cannot be seen, it is looked for as far as the file is long.
    let end = isEndCertain ? lastRow : room
    let found = try Self.read(1...max(1, end), atOnce: 1_000) { rows in
      let bounds: StatementArguments = [rows.lowerBound, rows.upperBound]
      let numbers = try Int64.fetchAll(db, sql: "SELECT id FROM event WHERE id BETWEEN ? AND ?", arguments: bounds)
      let events = try Array(
        ProgressStore.loggedEvents(
          "WHERE event.id BETWEEN ? AND ? ORDER BY event.id", bounds, columns: columns, db, { $0 }))
      guard numbers.count == events.count else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
      return events
    }
    events = found.compactMap { logged in
      let named = logged.isSound ? logged : names.mend(logged)
      // A damaged page may still look like rows; an event that no import would take is none.
      return named.flatMap { EventLine($0.event).decoded() == $0.event ? $0 : nil }
    }
  }

  /// Keeps, of two rows that say they are the same event, the one that can prove it; no import would take both.
  mutating func keepOneOfEach() {
    var places: [EventID: Int] = [:]
    var kept: [LoggedEvent] = []
    for logged in events {
      if let place = places[logged.event.id] {
        if logged.isProven, !kept[place].isProven { kept[place] = logged }
      } else {
        places[logged.event.id] = kept.count
        kept.append(logged)
      }
    }
    events = kept
  }

  private mutating func findEnd(_ db: Database, room: Int64) throws {
    // Each of these ends at another page: if one is damaged, another may tell.
    for source in ["max(id) FROM event", "max(eventId) FROM answer", "max(eventId) FROM position"] {
      do {
        let row = try Int64.fetchOne(db, sql: "SELECT \(source)") ?? 0
        if row <= room { lastRow = max(lastRow, row) } else { isEndCertain = false }
      } catch  where Self.isDamage(error) {
        isEndCertain = false
      }
    }
  }

  /// Halves a stretch of rows until only those are left out that cannot be read.
  static func read<Element>(
    _ rows: ClosedRange<Int64>, atOnce count: Int64, _ body: (ClosedRange<Int64>) throws -> [Element]
  ) throws -> [Element] {
    var found: [Element] = []
    func read(_ rows: ClosedRange<Int64>) throws {
      do {
        found += try body(rows)
      } catch  where isDamage(error) {
        guard rows.lowerBound < rows.upperBound else { return }
        let middle = (rows.lowerBound + rows.upperBound) / 2
        try read(rows.lowerBound...middle)
        try read(middle + 1...rows.upperBound)
      }
    }
    for first in stride(from: rows.lowerBound, through: rows.upperBound, by: Int(count)) {
      try read(first...min(first + count - 1, rows.upperBound))
    }
    return found
  }

  static func isDamage(_ error: any Error) -> Bool {
    guard case .damaged = ProgressError(error, path: "") else { return false }
    return true
  }
}
