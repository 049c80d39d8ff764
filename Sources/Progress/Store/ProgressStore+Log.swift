import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// An item, and the course of an event about it; empty where that has none. States change of all courses for which
  /// the event counts.
  struct Change: Hashable {
    var itemRow: Int64
    @ExactText var origin: String
  }

  /// The effect of an event on the log.
  enum Insertion {
    /// The log has one with this id.
    case known
    /// A new event, and the state that it changes, if it changes one.
    case added(Change?)
  }

  /// Writes an event to the log, unless it has one with this id.
  ///
  /// - Parameter isProven: not where it came out of a damaged log without a checksum.
  static func insert(
    _ event: LogEvent, isProven: Bool = true, _ rows: inout RowCache, _ db: Database
  ) throws -> Insertion {
    let deviceRow = try rows.device(event.id.device) { try deviceID(event.id.device, db) }
    let course = event.course ?? ""
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO event (deviceId, counter, at, session, course, checksum) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (deviceId, counter) DO NOTHING
        """)
    try insert.execute(arguments: [
      deviceRow, event.id.counter, event.at, event.session, course, isProven ? EventLine(event).checksum : 0,
    ])
    guard db.changesCount > 0 else { return .known }
    let row = db.lastInsertedRowID
    try rows.course(course) { try note(course: course, db) }
    return .added(try Self.insert(event.content, of: event, row, deviceRow, &rows, db))
  }

  private static func insert(
    _ content: LogEvent.Content, of event: LogEvent, _ row: Int64, _ deviceRow: Int64, _ rows: inout RowCache,
    _ db: Database
  ) throws -> Change? {
    let course = event.course ?? ""
    func execute(_ sql: String, _ arguments: StatementArguments) throws {
      try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }
    /// Keeps the latest value of something for each device, whatever the order in which the events arrive.
    func keep(_ kind: String, of subject: String, is value: String) throws {
      try execute(
        """
        INSERT INTO latest (kind, subject, course, deviceId, counter, newest, value) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          value = CASE WHEN excluded.counter > counter THEN excluded.value ELSE value END,
          counter = max(counter, excluded.counter),
          newest = max(newest, excluded.newest)
        """, [kind, subject, course, deviceRow, event.id.counter, event.at, value])
    }
    switch content {
    case .answer(let answer):
      let itemRow = try rows.item(answer.item) { try itemID(answer.item, db) }
      try execute(
        """
        INSERT INTO answer (eventId, itemId, kind, given, mark, rating, seconds, hints, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          row, itemRow, answer.kind.name, answer.given, answer.mark, answer.rating.map { Int($0.rawValue) },
          answer.seconds,
          answer.hints, answer.confidence?.rawValue,
        ])
      return Change(itemRow: itemRow, origin: course)
    case .position(let position):
      try execute(
        "INSERT INTO position (eventId, lesson, section) VALUES (?, ?, ?)", [row, position.lesson, position.section])
      try keep("lesson", of: "", is: position.lesson)
      try keep("section", of: position.lesson, is: String(position.section))
    case .undo(let target):
      let targetDevice = try rows.device(target.device) { try deviceID(target.device, db) }
      try execute(
        "INSERT INTO undo (eventId, deviceId, counter) VALUES (?, ?, ?)", [row, targetDevice, target.counter])
      return try answeredItem(target, db)
    case .hiding(let item, let until):
      let itemRow = try rows.item(item) { try itemID(item, db) }
      try execute("INSERT INTO hiding (eventId, itemId, until) VALUES (?, ?, ?)", [row, itemRow, until])
      try keep("hiding", of: String(itemRow), is: String(until))
    case .setting(let name, let value):
      try execute("INSERT INTO setting (eventId, name, value) VALUES (?, ?, ?)", [row, name, value])
      try keep("setting", of: name, is: value)
    }
    return nil
  }

  /// Returns the item that an answer was about; `nil` while the answer is not in the log.
  static func answeredItem(_ id: EventID, _ db: Database) throws -> Change? {
    let find = try db.cachedStatement(
      sql: """
        SELECT itemId, course FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
        WHERE name = ? AND counter = ?
        """)
    return try Row.fetchOne(find, arguments: [id.device, id.counter]).map {
      try Change(itemRow: $0.decode(atIndex: 0), origin: $0.decode(atIndex: 1))
    }
  }
}
