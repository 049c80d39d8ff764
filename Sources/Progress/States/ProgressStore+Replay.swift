import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// The table by which, where no other is given, answers count for every course that has or inherits them.
  static let everyCourse = "inheritance"

  /// A table by which every answer counts once: for the course that is the first argument where it counts for that,
  /// else for its own.
  static let onceEach = """
    (SELECT origin, CASE WHEN EXISTS (
        SELECT * FROM inheritance AS own WHERE own.course = ?1 AND own.origin = every.origin) THEN ?1 ELSE origin END
      AS course FROM (SELECT DISTINCT origin FROM inheritance) AS every)
    """

  /// The way to find answers: those of some items by an index; most of a log by reading it from one end to the other,
  /// which is faster than to look up its rows item by item.
  enum Path: String {
    case byItem = "INDEXED BY answer_by_item"
    case wholeLog = "NOT INDEXED"
  }

  /// Goes through the answers that count, item by item, and for each course by course.
  ///
  /// Order: each device's answers as they were given, the devices merged by time, then by name. A device's clock may
  /// have been set back; the running maximum keeps its answers in their own order all the same.
  ///
  /// - Parameter counting: a table of courses, and whose events count for them.
  static func forEachAnswer(
    _ db: Database, counting: String = everyCourse, _ path: Path = .wholeLog, where condition: String = "TRUE",
    _ arguments: StatementArguments = [],
    _ body: (ReplayedAnswer) throws -> Void
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        SELECT itemId, counting.course, event.deviceId, event.counter, mark, rating, seconds, at
        FROM answer \(path.rawValue) CROSS JOIN event ON event.id = eventId
          CROSS JOIN \(counting) AS counting ON counting.origin = event.course
        WHERE \(condition) AND NOT EXISTS (
          SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
        ORDER BY itemId, counting.course, event.deviceId, event.counter
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var answers: [ReplayedAnswer] = []
    var ranks: [Int64: Int] = [:]
    func finish() throws {
      guard let first = answers.first else { return }
      if answers.contains(where: { $0.device != first.device }) {
        if ranks.isEmpty {
          let devices = try Int64.fetchAll(db, sql: "SELECT id FROM device ORDER BY name")
          for (rank, device) in devices.enumerated() { ranks[device] = rank }
        }
        answers.sort {
          ($0.latest, ranks[$0.device] ?? 0, $0.counter) < ($1.latest, ranks[$1.device] ?? 0, $1.counter)
        }
      }
      let fingerprint = try name(ofItem: first.itemRow, db).fingerprint
      for var answer in answers {
        answer.fingerprint = fingerprint
        try body(answer)
      }
      answers.removeAll(keepingCapacity: true)
    }
    while let row = try rows.next() {
      let rating: UInt8? = try row.decode(atIndex: 5)
      var answer = try ReplayedAnswer(
        itemRow: row.decode(atIndex: 0), course: row.decode(atIndex: 1),
        answer: CountedAnswer(
          mark: row.decode(atIndex: 4), rating: rating.flatMap(Rating.init(rawValue:)), seconds: row.decode(atIndex: 6),
          at: row.decode(atIndex: 7)),
        device: row.decode(atIndex: 2), counter: row.decode(atIndex: 3))
      if let last = answers.last, last.itemRow != answer.itemRow || !last.course.isSame(as: answer.course) {
        try finish()
      }
      if let last = answers.last, last.device == answer.device { answer.latest = max(last.latest, answer.latest) }
      answers.append(answer)
    }
    try finish()
  }
}

/// An answer to an item among others to the same one.
struct ReplayedAnswer {
  let itemRow: Int64
  /// The course for which it counts; empty where that is none.
  @ExactText var course: String
  let answer: CountedAnswer
  let device: Int64
  let counter: Int64
  /// The latest time of its device up to this answer.
  var latest: Int64
  /// The item's, see `ItemID.fingerprint`.
  var fingerprint: UInt64 = 0

  init(itemRow: Int64, course: String, answer: CountedAnswer, device: Int64, counter: Int64) {
    self.itemRow = itemRow
    self.course = course
    self.answer = answer
    self.device = device
    self.counter = counter
    latest = answer.at
  }
}
