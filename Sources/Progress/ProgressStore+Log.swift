import GRDB
import SpacedRepetition

extension ProgressStore {
  /// An item, and the course of an event about it; empty where that has none. States change of all courses for which the
  /// event counts.
  struct Change: Hashable {
    var itemRow: Int64
    var origin: String
  }

  /// Writes an event to the log. Returns what it changes, if it changes a state.
  func insert(_ event: Event, _ db: Database) throws -> Change? {
    let deviceRow = try Self.deviceID(event.id.device, db)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO event (deviceId, counter, at, session, course) VALUES (?, ?, ?, ?, ?)")
    let course = event.course ?? ""
    try insert.execute(arguments: [deviceRow, event.id.counter, event.at, event.session, course])
    let row = db.lastInsertedRowID
    try Self.note(course: course, db)
    switch event.content {
    case .answer(let answer):
      return Change(itemRow: try insertAnswer(answer, row, db), origin: course)
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

  /// What an answer was about; `nil` while it is not in the log.
  static func answeredItem(_ id: EventID, _ db: Database) throws -> Change? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT itemId, course FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
        WHERE name = ? AND counter = ?
        """, arguments: [id.device, id.counter]
    ).map { try Change(itemRow: $0.decode(atIndex: 0), origin: $0.decode(atIndex: 1)) }
  }

  /// Keeps the latest value of something for each device, whatever the order in which the events arrive.
  private func keep(
    _ kind: String, of subject: String, is value: String, _ event: Event, _ deviceRow: Int64, _ db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO latest (kind, subject, course, deviceId, counter, newest, value) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          value = CASE WHEN excluded.counter > counter THEN excluded.value ELSE value END,
          counter = max(counter, excluded.counter),
          newest = max(newest, excluded.newest)
        """, arguments: [kind, subject, event.course ?? "", deviceRow, event.id.counter, event.at, value])
  }
}
