import GRDB
import SpacedRepetition

extension ProgressStore {
  /// Writes an event to the log. Returns the row of the item whose state it changes, if it changes one.
  func insert(_ event: Event, _ db: Database) throws -> Int64? {
    let deviceRow = try Self.deviceID(event.id.device, db)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO event (deviceId, counter, at, session) VALUES (?, ?, ?, ?)")
    try insert.execute(arguments: [deviceRow, event.id.counter, event.at, event.session])
    let row = db.lastInsertedRowID
    switch event.content {
    case .answer(let answer):
      return try insertAnswer(answer, row, db)
    case .position(let position):
      try db.execute(
        sql: "INSERT INTO position (eventId, lesson, section) VALUES (?, ?, ?)",
        arguments: [row, position.lesson, position.section])
      try keep("lesson", of: "", is: position.lesson, event, deviceRow, db)
      try keep("section", of: position.lesson, is: String(position.section), event, deviceRow, db)
      return nil
    case .undo(let target):
      let targetDevice = try Self.deviceID(target.device, db)
      try db.execute(
        sql: "INSERT INTO undo (eventId, deviceId, counter) VALUES (?, ?, ?)",
        arguments: [row, targetDevice, target.counter])
      return try Self.answeredItem(target, db)
    case .hiding(let item, let until):
      let itemRow = try Self.itemID(item, db)
      try db.execute(
        sql: "INSERT INTO hiding (eventId, itemId, until) VALUES (?, ?, ?)", arguments: [row, itemRow, until])
      try keep("hiding", of: String(itemRow), is: String(until), event, deviceRow, db)
      return nil
    case .setting(let name, let value):
      try db.execute(
        sql: "INSERT INTO setting (eventId, name, value) VALUES (?, ?, ?)", arguments: [row, name, value])
      try keep("setting", of: name, is: value, event, deviceRow, db)
      return nil
    }
  }

  private func insertAnswer(_ answer: Answer, _ row: Int64, _ db: Database) throws -> Int64 {
    let itemRow = try Self.itemID(answer.item, db)
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO answer (eventId, itemId, kind, given, mark, rating, seconds, hints, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.execute(arguments: [
      row, itemRow, answer.kind, answer.given, answer.mark, answer.rating.map { Int($0.rawValue) }, answer.seconds,
      answer.hints, answer.confidence,
    ])
    return itemRow
  }

  /// The row of the item that an answer was about; `nil` while that answer is not in the log.
  static func answeredItem(_ id: EventID, _ db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT itemId FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
        WHERE name = ? AND counter = ?
        """, arguments: [id.device, id.counter])
  }

  /// Keeps the latest value of something for each device, whatever the order in which the events arrive.
  private func keep(
    _ kind: String, of subject: String, is value: String, _ event: Event, _ deviceRow: Int64, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO latest (kind, subject, deviceId, counter, newest, value) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          value = CASE WHEN excluded.counter > counter THEN excluded.value ELSE value END,
          counter = max(counter, excluded.counter),
          newest = max(newest, excluded.newest)
        """, arguments: [kind, subject, deviceRow, event.id.counter, event.at, value])
  }
}
