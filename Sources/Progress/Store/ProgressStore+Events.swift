import GRDB
import Practice
import SpacedRepetition

// Events as they were recorded, read back from the tables of the log.

/// An event as its row has it.
struct LoggedEvent {
  var row: Int64
  var event: LogEvent
  /// `nil` for one of before there were checksums, 0 for one that came out of a damaged log without one.
  var checksum: Int64?

  var isProven: Bool { checksum.map { $0 != 0 && $0 == EventLine(event).checksum } ?? false }
  /// Whether its checksum holds; where there is none, nothing is known against the event.
  var isSound: Bool { isProven || checksum ?? 0 == 0 }
}

extension ProgressStore {
  /// `clauses` is what follows FROM: WHERE, ORDER BY, LIMIT. An event that is not what was recorded ends it with an
  /// error.
  static func events(
    _ clauses: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> MapCursor<RowCursor, LogEvent> {
    try events(clauses, arguments, db) { $0.event }
  }

  static func events<Result>(
    _ clauses: String, _ arguments: StatementArguments, _ db: Database,
    _ transform: @escaping (LoggedEvent) throws -> Result
  ) throws -> MapCursor<RowCursor, Result> {
    try loggedEvents(clauses, arguments, db) { logged in
      guard logged.isSound else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(logged.row) is not what was recorded")
      }
      return try transform(logged)
    }
  }

  /// - Parameter columns: those of `event` in a database of an earlier version, which has fewer.
  static func loggedEvents<Result>(
    _ clauses: String, _ arguments: StatementArguments, columns present: Set<String>? = nil, _ db: Database,
    _ transform: @escaping (LoggedEvent) throws -> Result
  ) throws -> MapCursor<RowCursor, Result> {
    func column(_ name: String, or other: String) -> String {
      present.map { $0.contains(name) } ?? true ? "event.\(name)" : other
    }
    let statement = try db.cachedStatement(
      sql: """
        \(columns), \(column("course", or: "''")), event.id, \(column("checksum", or: "NULL")) \(tables) \(clauses)
        """)
    return try Row.fetchCursor(statement, arguments: arguments).map { row in
      try transform(
        LoggedEvent(row: row.decode(atIndex: 21), event: event(of: row), checksum: row.decode(atIndex: 22)))
    }
  }

  /// The event with this id; `nil` if the log has none.
  static func event(_ id: EventID, _ db: Database) throws -> LogEvent? {
    try events("WHERE device.name = ? AND event.counter = ?", [id.device, id.counter], db).next()
  }

  private static let columns = """
    SELECT device.name, event.counter, event.at, event.session,
      answer.kind, answer.given, answer.mark, answer.rating, answer.seconds, answer.hints, answer.confidence,
      item.exercise, item.item, position.lesson, position.section, target.name, undo.counter, hiding.until,
      setting.name, setting.value
    """

  private static let tables = """
    FROM event JOIN device ON device.id = event.deviceId
      LEFT JOIN answer ON answer.eventId = event.id
      LEFT JOIN position ON position.eventId = event.id
      LEFT JOIN undo ON undo.eventId = event.id
      LEFT JOIN device AS target ON target.id = undo.deviceId
      LEFT JOIN hiding ON hiding.eventId = event.id
      LEFT JOIN setting ON setting.eventId = event.id
      LEFT JOIN item ON item.id = coalesce(answer.itemId, hiding.itemId)
    """

  private static func event(of row: Row) throws -> LogEvent {
    let course: String = try row.decode(atIndex: 20)
    return try LogEvent(
      id: EventID(device: row.decode(atIndex: 0), counter: row.decode(atIndex: 1)), at: row.decode(atIndex: 2),
      session: row.decode(atIndex: 3), course: course.isEmpty ? nil : course, content: content(of: row))
  }

  private static func content(of row: Row) throws -> LogEvent.Content {
    if !row.hasNull(atIndex: 4) {
      let grade: UInt8? = try row.decode(atIndex: 7)
      let rating = grade.flatMap(Rating.init(rawValue:))
      guard (grade == nil) == (rating == nil) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a rating is none")
      }
      let sureness: Int? = try row.decode(atIndex: 10)
      let confidence = sureness.flatMap { Confidence(rawValue: $0) }
      guard (sureness == nil) == (confidence == nil) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "how sure an answer was is nothing")
      }
      return try .answer(
        Answer(
          item: ItemID(exercise: row.decode(atIndex: 11), item: row.decode(atIndex: 12)),
          kind: Answer.Kind(row.decode(atIndex: 4)),
          given: row.decode(atIndex: 5), mark: row.decode(atIndex: 6),
          rating: rating, seconds: row.decode(atIndex: 8), hints: row.decode(atIndex: 9),
          confidence: confidence))
    }
    if !row.hasNull(atIndex: 13) {
      return try .position(Position(lesson: row.decode(atIndex: 13), section: row.decode(atIndex: 14)))
    }
    if !row.hasNull(atIndex: 15) {
      return try .undo(EventID(device: row.decode(atIndex: 15), counter: row.decode(atIndex: 16)))
    }
    if !row.hasNull(atIndex: 17) {
      return try .hiding(
        ItemID(exercise: row.decode(atIndex: 11), item: row.decode(atIndex: 12)), until: row.decode(atIndex: 17))
    }
    guard !row.hasNull(atIndex: 18) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an event without content")
    }
    return try .setting(name: row.decode(atIndex: 18), value: row.decode(atIndex: 19))
  }
}
