import GRDB
import Practice

/// The part of progress that counts no longer: the answers to some exercises, those of a time, or both.
package struct ForgottenPart: Equatable, Sendable {
  package var answers = 0
  /// The number of items that they were to.
  package var items = 0
  /// The number of items that were set aside or put off, and come back.
  package var hidden = 0

  package var isEmpty: Bool { self == ForgottenPart() }
}

extension ProgressStore {
  /// Takes back every answer of a part of this course. The log keeps them, as it keeps all that is taken back.
  ///
  /// - Parameters:
  ///   - exercises: the ids of the exercises; `nil` for all.
  ///   - start: from when on answers are meant, seconds since 1970.
  ///   - isTrial: whether it is only told what would go.
  @discardableResult
  package func forget(
    exercises: Set<String>?, from start: Int64 = 0, isTrial: Bool = false, at time: Int64, session: String = ""
  ) throws(ProgressError) -> ForgottenPart {
    guard !isTrial else { return try read { db in try part(exercises, start, time, db).told } }
    return try recording { recorded, db in
      let part = try part(exercises, start, time, db)
      for answer in part.answers { _ = try append(.undo(answer), at: time, session: session, &recorded, db) }
      for item in part.hidden { _ = try append(.hiding(item, until: 0), at: time, session: session, &recorded, db) }
      return part.told
    }
  }

  private struct Part {
    var answers: [EventID] = []
    var items: Set<ItemID> = []
    var hidden: [ItemID] = []
    var told: ForgottenPart { ForgottenPart(answers: answers.count, items: items.count, hidden: hidden.count) }
  }

  private func part(_ exercises: Set<String>?, _ start: Int64, _ time: Int64, _ db: Database) throws -> Part {
    var part = Part()
    let events = try Self.events(
      """
      WHERE answer.eventId IS NOT NULL AND event.at >= ? AND event.\(Self.countsForCourse) AND NOT EXISTS (
        SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
      ORDER BY event.at, event.counter
      """, [start, course], db)
    while let event = try events.next() {
      guard case .answer(let answer) = event.content, exercises?.contains(answer.item.exercise) ?? true else {
        continue
      }
      part.answers.append(event.id)
      part.items.insert(answer.item)
    }
    // Of a time nothing is known of what was set aside in it.
    guard let exercises, start == 0 else { return part }
    for (row, until) in try hidden(at: time, db) where until > time {
      let item = try Self.name(ofItem: row, db)
      if exercises.contains(item.exercise) { part.hidden.append(item) }
    }
    part.hidden.sort()
    return part
  }
}
