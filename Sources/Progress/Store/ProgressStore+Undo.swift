import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// The number of attempts that may be taken back.
  package static var undoLimit: Int { 20 }

  /// The last answers that still count, the latest first, whichever device they were given on: two devices with the
  /// same log count them alike. Answers to the items of an exercise are in one with its mark.
  package func recentAttempts() throws(ProgressError) -> [Attempt] {
    try read { db in try recentAttempts(Self.undoLimit, db) }
  }

  private func recentAttempts(_ limit: Int, _ db: Database) throws -> [Attempt] {
    let counts = """
      event.\(Self.countsForCourse) AND NOT EXISTS (
        SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
      """
    let latest = try Row.fetchCursor(
      db,
      sql: """
        SELECT event.deviceId, event.counter FROM event INDEXED BY event_by_time
          CROSS JOIN answer ON eventId = event.id CROSS JOIN device ON device.id = event.deviceId
        WHERE \(counts) ORDER BY event.at DESC, device.name DESC, event.counter DESC
        """, arguments: [course])
    // Of each device the earliest answer that was given out. Where a clock was set back, its later answers have earlier
    // times: they come with the first one that is found before them.
    var reached: [Int64: Int64] = [:]
    var waiting: MapCursor<RowCursor, LogEvent>?
    return try Attempt.latest(limit) {
      while true {
        if let event = try waiting?.next() { return event }
        guard let row = try latest.next() else { return nil }
        let (device, counter): (Int64, Int64) = try (row.decode(atIndex: 0), row.decode(atIndex: 1))
        let end = reached[device] ?? .max
        guard counter < end else { continue }
        reached[device] = counter
        waiting = try Self.events(
          """
          WHERE answer.eventId IS NOT NULL AND event.deviceId = ? AND event.counter >= ? AND event.counter < ?
            AND \(counts) ORDER BY event.counter DESC
          """, [device, counter, end, course], db)
      }
    }
  }

  /// Takes back the attempt, one of the last 20, that an answer belongs to; without an id the latest. Returns what it
  /// was.
  @discardableResult
  package func undo(_ id: EventID? = nil, at time: Int64, session: String = "") throws(ProgressError) -> Attempt? {
    try recording { recorded, db in
      let recent = try recentAttempts(id == nil ? 1 : Self.undoLimit, db)
      guard let id = id ?? recent.first?.id else { return nil }
      guard let attempt = recent.first(where: { $0.events.contains { $0.id == id } }) else {
        throw try reason(againstUndoing: id, db)
      }
      for event in attempt.events {
        _ = try append(.undo(event.id), at: time, session: session, &recorded, db)
        if let item = try setAside(by: event, db) {
          _ = try append(.hiding(item, until: 0), at: time, session: session, &recorded, db)
        }
      }
      return attempt
    }
  }

  /// Records again, with their times, the answers that this device took back last; `nil` where none was since its last
  /// answer. Returns what they were.
  @discardableResult
  package func redo() throws(ProgressError) -> Attempt? {
    try recording { recorded, db in
      let device = try Self.deviceID(try Self.device(db), db)
      let last = "SELECT max(counter) FROM event WHERE deviceId = ? AND id IN (SELECT eventId FROM answer)"
      let undone = try Self.events(
        """
        WHERE event.deviceId = ? AND event.id IN (SELECT eventId FROM undo)
          AND event.counter > coalesce((\(last)), 0) ORDER BY event.counter DESC
        """, [device, device], db)
      var targets: [LogEvent] = []
      var moment: Int64?
      while let event = try undone.next(), case .undo(let target) = event.content {
        // One that was taken back earlier is another.
        guard moment == nil || moment == event.at else { break }
        moment = event.at
        if let answer = try Self.event(target, db), (answer.course ?? "").isSame(as: course) { targets.append(answer) }
      }
      for answer in targets.sorted(by: { $0.id.counter < $1.id.counter }) {
        _ = try append(answer.content, at: answer.at, session: answer.session, &recorded, db)
      }
      guard !targets.isEmpty else { return nil }
      return try recentAttempts(Self.undoLimit, db).first { attempt in
        targets.contains { $0.content == attempt.answer.content }
      }
    }
  }

  /// The item that was set aside because of this very answer, and still is: that stands right behind it in the log.
  private func setAside(by answer: LogEvent, _ db: Database) throws -> ItemID? {
    guard case .answer(let given) = answer.content, given.rating == .again,
      answer.id.counter < EventLine.counters.upperBound,
      let next = try Self.event(EventID(device: answer.id.device, counter: answer.id.counter + 1), db),
      next.content == .hiding(given.item, until: LogEvent.forGood), next.session.isSame(as: answer.session),
      let row = try Self.knownItemID(given.item, db)
    else { return nil }
    return try hidden(at: answer.at, db)[row] == LogEvent.forGood ? given.item : nil
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
