import GRDB

extension ProgressStore {
  /// How many attempts may be taken back.
  package static var undoLimit: Int { 20 }

  /// The last answers given here that still count, the latest first; those to the items of an exercise are in one with its
  /// mark.
  package func recentAttempts() throws(ProgressError) -> [Attempt] {
    try read { db in try recentAttempts(Self.undoLimit, db) }
  }

  private func recentAttempts(_ limit: Int, _ db: Database) throws -> [Attempt] {
    let answers = try Self.events(
      """
      WHERE answer.eventId IS NOT NULL AND event.deviceId = (SELECT deviceId FROM store) AND NOT EXISTS (
        SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
      ORDER BY event.counter DESC
      """, [], db)
    return try Attempt.latest(limit) { try answers.next() }
  }

  /// Takes back the attempt, one of the last 20, that an answer belongs to; without an id the latest. Returns what it was.
  @discardableResult
  package func undo(_ id: EventID? = nil, at time: Int64, session: String = "") throws(ProgressError) -> Attempt? {
    try write { db in
      let recent = try recentAttempts(id == nil ? 1 : Self.undoLimit, db)
      guard let id = id ?? recent.first?.id else { return nil }
      guard let attempt = recent.first(where: { $0.events.contains { $0.id == id } }) else {
        throw try reason(againstUndoing: id, db)
      }
      for event in attempt.events { _ = try append(.undo(event.id), at: time, session: session, db) }
      return attempt
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
