import GRDB
import Practice
import SpacedRepetition

// States as they are kept, and as they are computed from the log.

extension ProgressStore {
  static func state(_ itemRow: Int64, in course: String, _ db: Database) throws -> ItemState? {
    let find = try db.cachedStatement(sql: "SELECT \(ItemState.columns) FROM itemState WHERE itemId = ? AND course = ?")
    return try Row.fetchOne(find, arguments: [itemRow, course]).map(ItemState.init(row:))
  }

  static func save(_ state: ItemState, of itemRow: Int64, in course: String, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO itemState (itemId, course, \(ItemState.columns))
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let (phase, step) = state.card.phase.columns
    try insert.execute(arguments: [
      itemRow, course, state.answers, state.markTotal, state.lastMark, state.secondsTotal, state.newest, phase, step,
      state.card.memory?.stability, state.card.memory?.difficulty, state.card.lastReview, state.card.due,
      state.card.reviews, state.card.lapses,
    ])
  }

  /// Computes one item's states from its answers: in every course for which the changed event counts.
  func replay(_ change: Change, _ db: Database) throws {
    for course in try Self.courses(inheriting: change.origin, db) {
      for table in ["itemState", "recall"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE itemId = ? AND course = ?")
          .execute(arguments: [change.itemRow, course])
      }
      try replay(.byItem, where: "itemId = ? AND counting.course = ?", [change.itemRow, course], db)
    }
  }

  /// Computes the states, in every course, of all items that events behind this row of the log have changed.
  func replay(since row: Int64, _ db: Database) throws {
    try db.execute(
      sql: "CREATE TEMP TABLE IF NOT EXISTS changed (itemId INTEGER PRIMARY KEY); DELETE FROM changed")
    try db.execute(
      sql: """
        INSERT INTO changed SELECT itemId FROM answer WHERE eventId > ?1
        UNION SELECT itemId FROM undo JOIN event USING (deviceId, counter) JOIN answer ON answer.eventId = event.id
          WHERE undo.eventId > ?1
        """, arguments: [row])
    let changed = try Int.fetchOne(db, sql: "SELECT count(*) FROM changed") ?? 0
    guard changed > 0 else { return }
    try noteScheduler(db)
    for table in ["itemState", "recall"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE itemId IN (SELECT itemId FROM changed)")
    }
    let items = try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0
    try replay(changed > items / 4 ? .wholeLog : .byItem, where: "itemId IN (SELECT itemId FROM changed)", [], db)
  }

  /// Computes all states of a course.
  func replay(course: String, _ db: Database) throws {
    for table in ["itemState", "recall"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE course = ?", arguments: [course])
    }
    try replay(.wholeLog, where: "counting.course = ?", [course], db)
  }

  /// Computes every state again where the kept ones are another scheduler's.
  func refresh() throws {
    let signature = scheduler.signature
    let find = "SELECT scheduler FROM store"
    if try queue.read({ db in try String.fetchOne(db, sql: find) }) == signature { return }
    try queue.write { db in
      if try String.fetchOne(db, sql: find) == signature { return }
      try db.execute(sql: "DELETE FROM itemState; DELETE FROM recall")
      try replay(.wholeLog, where: "TRUE", [], db)
      try db.execute(sql: "UPDATE store SET scheduler = ?", arguments: [signature])
    }
  }

  /// States computed by our scheduler among those of another one: the next to open the store computes all again.
  func noteScheduler(_ db: Database) throws {
    let note = try db.cachedStatement(sql: "UPDATE store SET scheduler = '' WHERE scheduler <> ?")
    try note.execute(arguments: [scheduler.signature])
  }

  static func add(_ tally: RecallTally, of itemRow: Int64, in course: String, _ db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO recall (itemId, course, bin, reviews, recalled, predicted) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET reviews = reviews + excluded.reviews, recalled = recalled + excluded.recalled,
          predicted = predicted + excluded.predicted
        """)
    try insert.execute(arguments: [itemRow, course, tally.bin, tally.reviews, tally.recalled, tally.predicted])
  }

  private func replay(
    _ path: Path, where condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws {
    var current: Change?
    var state = ItemState.untouched
    var tallies: [Int: RecallTally] = [:]
    func save() throws {
      guard let current else { return }
      try Self.save(state, of: current.itemRow, in: current.origin, db)
      for tally in tallies.values { try Self.add(tally, of: current.itemRow, in: current.origin, db) }
      state = .untouched
      tallies.removeAll(keepingCapacity: true)
    }
    try Self.forEachAnswer(db, path, where: condition, arguments) { answer in
      let next = Change(itemRow: answer.itemRow, origin: answer.course)
      if next != current {
        try save()
        current = next
      }
      if let step = state.apply(answer.answer, by: scheduler, card: answer.fingerprint),
        let tally = RecallTally(step)
      {
        tallies[tally.bin] += tally
      }
    }
    try save()
  }
}
