import GRDB
import SpacedRepetition

// Events as they were recorded, read back from the tables of the log.

extension ProgressStore {
  /// `clauses` is what follows FROM: WHERE, ORDER BY, LIMIT.
  static func events(
    _ clauses: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> MapCursor<RowCursor, Event> {
    let statement = try db.cachedStatement(sql: "\(columns) \(clauses)")
    return try Row.fetchCursor(statement, arguments: arguments).map(event(of:))
  }

  /// The event with this id; `nil` if the log has none.
  static func event(_ id: EventID, _ db: Database) throws -> Event? {
    try events("WHERE device.name = ? AND event.counter = ?", [id.device, id.counter], db).next()
  }

  private static let columns = """
    SELECT device.name, event.counter, event.at, event.session,
      answer.kind, answer.given, answer.mark, answer.rating, answer.seconds, answer.hints, answer.confidence,
      item.exercise, item.item, position.lesson, position.section, target.name, undo.counter, hiding.until,
      setting.name, setting.value
    FROM event JOIN device ON device.id = event.deviceId
      LEFT JOIN answer ON answer.eventId = event.id
      LEFT JOIN position ON position.eventId = event.id
      LEFT JOIN undo ON undo.eventId = event.id
      LEFT JOIN device AS target ON target.id = undo.deviceId
      LEFT JOIN hiding ON hiding.eventId = event.id
      LEFT JOIN setting ON setting.eventId = event.id
      LEFT JOIN item ON item.id = coalesce(answer.itemId, hiding.itemId)
    """

  private static func event(of row: Row) throws -> Event {
    Event(
      id: EventID(device: row[0], counter: row[1]), at: row[2], session: row[3], content: try content(of: row))
  }

  private static func content(of row: Row) throws -> Event.Content {
    if !row.hasNull(atIndex: 4) {
      let rating: UInt8? = row[7]
      return .answer(
        Answer(
          item: ItemID(exercise: row[11], item: row[12]), kind: row[4], given: row[5], mark: row[6],
          rating: rating.flatMap(Rating.init(rawValue:)), seconds: row[8], hints: row[9], confidence: row[10]))
    }
    if !row.hasNull(atIndex: 13) { return .position(Position(lesson: row[13], section: row[14])) }
    if !row.hasNull(atIndex: 15) { return .undo(EventID(device: row[15], counter: row[16])) }
    if !row.hasNull(atIndex: 17) { return .hiding(ItemID(exercise: row[11], item: row[12]), until: row[17]) }
    guard !row.hasNull(atIndex: 18) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "event \(row[0] as String) \(row[1] as Int64) is empty")
    }
    return .setting(name: row[18], value: row[19])
  }
}
