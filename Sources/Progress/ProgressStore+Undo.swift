import GRDB
import SpacedRepetition

extension ProgressStore {
  /// How many attempts may be taken back.
  package static var undoLimit: Int { 20 }

  /// The last answers that still count: those given here, the latest first, then those that came from elsewhere by an
  /// import or a backup. Answers to the items of an exercise are in one with its mark.
  package func recentAttempts() throws(ProgressError) -> [Attempt] {
    try read { db in try recentAttempts(Self.undoLimit, db) }
  }

  private func recentAttempts(_ limit: Int, _ db: Database) throws -> [Attempt] {
    func answers(_ condition: String, _ order: String) throws -> some Cursor<Event> {
      try Self.events(
        """
        WHERE answer.eventId IS NOT NULL AND event.\(Self.countsForCourse) AND event.deviceId \(condition) (SELECT deviceId FROM store) AND NOT EXISTS (
          SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
        ORDER BY \(order)
        """, [course], db)
    }
    let here = try answers("=", "event.counter DESC")
    let elsewhere = try answers("<>", "event.at DESC, event.deviceId, event.counter DESC")
    return try Attempt.latest(limit) { try here.next() ?? elsewhere.next() }
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
      for event in attempt.events {
        _ = try append(.undo(event.id), at: time, session: session, db)
        if let item = try setAside(by: event, db) {
          _ = try append(.hiding(item, until: 0), at: time, session: session, db)
        }
      }
      return attempt
    }
  }

  /// The item that was set aside because of this very answer, and still is: that stands right behind it in the log.
  private func setAside(by answer: Event, _ db: Database) throws -> ItemID? {
    guard case .answer(let given) = answer.content, given.rating == .again,
      let next = try Self.event(EventID(device: answer.id.device, counter: answer.id.counter + 1), db),
      next.content == .hiding(given.item, until: Event.forGood), next.session == answer.session,
      let row = try Self.knownItemID(given.item, db)
    else { return nil }
    return try hidden(at: answer.at, db)[row] == Event.forGood ? given.item : nil
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
