import GRDB

extension ProgressStore {
  /// How far back an answer may be taken back.
  package static var undoLimit: Int { 20 }

  /// The last answers given here that still count, the latest first.
  package func recentAnswers(limit: Int = undoLimit) throws(ProgressError) -> [Event] {
    try read { db in try recentAnswers(limit: limit, db) }
  }

  private func recentAnswers(limit: Int = undoLimit, _ db: Database) throws -> [Event] {
    let events = try Self.events(
      """
      WHERE answer.eventId IS NOT NULL AND event.deviceId = (SELECT deviceId FROM store) AND NOT EXISTS (
        SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
      ORDER BY event.counter DESC LIMIT ?
      """, [limit], db)
    return try Array(events)
  }

  /// Takes one of the last 20 answers back; without an id the latest. Returns the answer as it was.
  @discardableResult
  package func undo(_ id: EventID? = nil, at time: Int64, session: String = "") throws(ProgressError) -> Event? {
    try write { db in
      let recent = try recentAnswers(db)
      guard let id = id ?? recent.first?.id else { return nil }
      guard let answer = recent.first(where: { $0.id == id }) else { throw try reason(againstUndoing: id, db) }
      _ = try append(.undo(id), at: time, session: session, db)
      return answer
    }
  }

  private func reason(againstUndoing id: EventID, _ db: Database) throws -> ProgressError {
    guard try Self.answeredItem(id, db) != nil else { return .noSuchAnswer(id) }
    let isUndone = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT * FROM undo JOIN device ON device.id = deviceId WHERE name = ? AND counter = ?)
        """, arguments: [id.device, id.counter])
    return isUndone == true ? .alreadyUndone(id) : .tooLongAgo(id, limit: Self.undoLimit)
  }
}
