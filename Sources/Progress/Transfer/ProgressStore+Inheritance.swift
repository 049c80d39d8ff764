import GRDB
import Practice

extension ProgressStore {
  /// The condition on an event or a state: that it counts for this course.
  static let countsForCourse = "course IN (SELECT origin FROM inheritance WHERE inheritance.course = ?)"

  /// Computes the states of those courses again for which other events count from now on.
  func adopt(_ inheritance: Inheritance) throws {
    if try queue.read(Self.inheritance) == inheritance { return }
    try queue.write { db in
      let former = try Self.inheritance(db)
      guard former != inheritance else { return }
      try db.execute(sql: "DELETE FROM inheritance WHERE course <> origin")
      for link in inheritance.links {
        try db.execute(sql: "INSERT INTO inheritance VALUES (?, ?)", arguments: [link.course, link.origin])
      }
      try noteScheduler(db)
      for course in Set(former.links.symmetricDifference(inheritance.links).map { ExactText($0.course) }) {
        try replay(course: course.wrappedValue, db)
      }
    }
  }

  /// Returns which events count for which courses, as it was set last.
  package func inheritance() throws(ProgressError) -> Inheritance { try read(Self.inheritance) }

  private static func inheritance(_ db: Database) throws -> Inheritance {
    let rows = try Row.fetchAll(db, sql: "SELECT course, origin FROM inheritance WHERE course <> origin")
    return Inheritance(
      links: Set(try rows.map { try .init(course: $0.decode(atIndex: 0), origin: $0.decode(atIndex: 1)) }))
  }

  /// The courses for which an event of this one, or of none, counts.
  static func courses(inheriting origin: String, _ db: Database) throws -> [String] {
    let find = try db.cachedStatement(sql: "SELECT course FROM inheritance WHERE origin = ?")
    return try String.fetchAll(find, arguments: [origin])
  }

  /// Every course has its own events.
  static func note(course: String, _ db: Database) throws {
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO inheritance VALUES (?1, ?1)")
    try insert.execute(arguments: [course])
  }
}
