import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// Returns the state of an item; `nil` if it was never answered.
  package func state(of item: ItemID) throws(ProgressError) -> ItemState? {
    try read { db in
      guard let row = try Self.knownItemID(item, db) else { return nil }
      return try Self.state(row, in: course, db)
    }
  }

  /// Items that are due at `time`, the longest overdue first.
  package func due(at time: Int64, limit: Int = .max) throws(ProgressError) -> [ScheduledItem] {
    try read { db in
      let hidden = try hidden(at: time, db)
      // What comes back by then is due by then; whether it does come back is not for SQL to say.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ItemState.columns), itemId, exercise, item.item FROM itemState JOIN item ON item.id = itemId
          WHERE course = ? AND due <= ? ORDER BY due, exercise, item.item
          """, arguments: [course, time])
      var due: [ScheduledItem] = []
      while due.count < limit, let row = try rows.next() {
        let until = try hidden[row.decode(forColumn: "itemId")]
        let item = try ScheduledItem(ItemID(row: row), ItemState(row: row).card, hiddenUntil: until)
        if let item, item.isDue(at: time) { due.append(item) }
      }
      return due
    }
  }

  /// Returns the place where the reader stopped in a lesson; `nil` if it was never opened.
  package func position(of lesson: String) throws(ProgressError) -> Position? {
    try read { db in
      try Self.latest("section", of: lesson, in: course, db).flatMap { Int($0) }.map {
        Position(lesson: lesson, section: $0)
      }
    }
  }

  /// A choice that holds in every course.
  package func setting(_ name: String) throws(ProgressError) -> String? {
    try read { db in try Self.latest("setting", of: name, in: "", db) }
  }

  /// Returns the value that `setInCourse` has kept.
  package func settingInCourse(_ name: String) throws(ProgressError) -> String? {
    try read { db in try Self.latest("setting", of: name, in: course, db) }
  }

  /// The latest value over all devices: that of the device with the latest time; names decide between equals. Of a
  /// device it is the one that was recorded last, whatever the clock said, for whichever of the courses.
  static func latest(_ kind: String, of subject: String, in course: String, _ db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT value FROM latest JOIN device ON device.id = deviceId
        WHERE kind = ? AND subject = ? AND \(countsForCourse)
        ORDER BY max(newest) OVER (PARTITION BY deviceId) DESC, name DESC, counter DESC LIMIT 1
        """, arguments: [kind, subject, course])
  }

  /// Rows of the items that stay hidden beyond `time`, and until when.
  func hidden(at time: Int64, _ db: Database) throws -> [Int64: Int64] {
    var until: [Int64: Int64] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT CAST(subject AS INTEGER), CAST(value AS INTEGER) FROM latest JOIN device ON device.id = deviceId
        WHERE kind = 'hiding' AND \(Self.countsForCourse)
        ORDER BY max(newest) OVER (PARTITION BY subject, deviceId), name, counter
        """, arguments: [course])
    while let row = try rows.next() { until[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1) }
    return until.filter { $0.value > time }
  }
}
