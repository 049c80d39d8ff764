import GRDB
import SpacedRepetition

extension ProgressStore {
  /// Where no other is given, answers count for every course that has or inherits them.
  static let everyCourse = "inheritance"

  /// Every answer once: for the course that is the first argument where it counts for that, else for its own.
  static let onceEach = """
    (SELECT origin, CASE WHEN EXISTS (
        SELECT * FROM inheritance AS own WHERE own.course = ?1 AND own.origin = every.origin) THEN ?1 ELSE origin END
      AS course FROM (SELECT DISTINCT origin FROM inheritance) AS every)
    """

  /// Goes through the answers that count, item by item, and for each course by course.
  ///
  /// Order: each device's answers as they were given, the devices merged by time. A device's clock may have been set
  /// back; the running maximum keeps its answers in their own order all the same.
  ///
  /// - Parameter counting: a table of courses, and whose events count for them.
  static func forEachAnswer(
    _ db: Database, counting: String = everyCourse, where condition: String = "TRUE",
    _ arguments: StatementArguments = [],
    _ body: (CountedAnswer) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT itemId, mark, rating, seconds, at, counting.course
        FROM answer JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
          JOIN \(counting) AS counting ON origin = event.course
        WHERE \(condition) AND NOT EXISTS (
          SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
        ORDER BY itemId, counting.course,
          max(at) OVER (PARTITION BY itemId, counting.course, event.deviceId ORDER BY event.counter), device.name,
          event.counter
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
          itemRow: itemRow, course: row.decode(atIndex: 5), mark: row.decode(atIndex: 1),
          rating: rating.flatMap(Rating.init(rawValue:)),
          seconds: row.decode(atIndex: 3), at: row.decode(atIndex: 4),
          fingerprint: fingerprint))
    }
  }
}
