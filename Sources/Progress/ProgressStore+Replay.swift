import GRDB
import SpacedRepetition

extension ProgressStore {
  /// Goes through the answers that count, item by item.
  ///
  /// Order: each device's answers as they were given, the devices merged by time. A device's clock may have been set
  /// back; the running maximum keeps its answers in their own order all the same.
  static func forEachAnswer(
    _ db: Database, where condition: String = "TRUE", _ arguments: StatementArguments = [],
    _ body: (CountedAnswer) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT itemId, mark, rating, seconds, at
        FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
        WHERE \(condition) AND NOT EXISTS (
          SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
        ORDER BY itemId,
          max(at) OVER (PARTITION BY itemId, event.deviceId ORDER BY event.counter), device.name, event.counter
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var current: Int64?
    var fingerprint: UInt64 = 0
    while let row = try rows.next() {
      let itemRow: Int64 = try row.decode(atIndex: 0)
      if itemRow != current {
        current = itemRow
        fingerprint = try name(ofItem: itemRow, db).fingerprint
      }
      let rating: UInt8? = try row.decode(atIndex: 2)
      try body(
        try CountedAnswer(
          itemRow: itemRow, mark: row.decode(atIndex: 1), rating: rating.flatMap(Rating.init(rawValue:)),
          seconds: row.decode(atIndex: 3), at: row.decode(atIndex: 4),
          fingerprint: fingerprint))
    }
  }
}
