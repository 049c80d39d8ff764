import GRDB
import SpacedRepetition

// States as they are kept, and as they are computed from the log.

extension ProgressStore {
  static func state(_ itemRow: Int64, _ db: Database) throws -> ItemState? {
    let find = try db.cachedStatement(sql: "SELECT * FROM itemState WHERE itemId = ?")
    return try Row.fetchOne(find, arguments: [itemRow]).map(ItemState.init(row:))
  }

  static func save(_ state: ItemState, of itemRow: Int64, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO itemState (itemId, answers, markTotal, lastMark, secondsTotal, newest, phase, step,
          stability, difficulty, lastReview, due, reviews, lapses)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let (phase, step) = state.card.phase.columns
    try insert.execute(arguments: [
      itemRow, state.answers, state.markTotal, state.lastMark, state.secondsTotal, state.newest, phase, step,
      state.card.memory?.stability, state.card.memory?.difficulty, state.card.lastReview, state.card.due,
      state.card.reviews, state.card.lapses,
    ])
  }

  /// Computes one item's state from its answers.
  func replay(_ itemRow: Int64, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM itemState WHERE itemId = ?", arguments: [itemRow])
    try replay(where: "answer.itemId = ?", [itemRow], db)
  }

  /// Computes every state again where the kept ones are another scheduler's.
  func refresh() throws {
    let signature = scheduler.signature
    let find = "SELECT scheduler FROM store"
    if try queue.read({ db in try String.fetchOne(db, sql: find) }) == signature { return }
    try queue.write { db in
      if try String.fetchOne(db, sql: find) == signature { return }
      try db.execute(sql: "DELETE FROM itemState")
      try replay(where: "TRUE", [], db)
      try db.execute(sql: "UPDATE store SET scheduler = ?", arguments: [signature])
    }
  }

  /// Goes through the answers that count, item by item.
  ///
  /// Order: each device's answers as they were given, the devices merged by time. A device's clock may have been set
  /// back; the running maximum keeps its answers in their own order all the same.
  private func replay(where condition: String, _ arguments: StatementArguments, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT itemId, mark, rating, seconds, at, exercise, item
        FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId JOIN item ON item.id = itemId
        WHERE \(condition) AND NOT EXISTS (
          SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
        ORDER BY itemId,
          max(at) OVER (PARTITION BY itemId, event.deviceId ORDER BY event.counter), device.name, event.counter
        """, arguments: arguments)
    var current: (row: Int64, card: UInt64)?
    var state = ItemState.untouched
    while let row = try rows.next() {
      let itemRow: Int64 = row[0]
      if itemRow != current?.row {
        if let current { try Self.save(state, of: current.row, db) }
        current = (itemRow, ItemID(exercise: row[5], item: row[6]).fingerprint)
        state = .untouched
      }
      let rating: UInt8? = row[2]
      state.apply(
        mark: row[1], rating: rating.flatMap(Rating.init(rawValue:)), seconds: row[3], at: row[4], by: scheduler,
        card: current?.card ?? 0)
    }
    if let current { try Self.save(state, of: current.row, db) }
  }
}
