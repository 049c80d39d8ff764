import GRDB
import Practice

/// The tables, and how a database of an older version becomes one of this.
///
/// The log is `event` with one table for each kind of content; it only grows, and triggers see to that. `itemState`,
/// `recall` and `latest` are computed from it in the transaction that writes to the log, and can be computed again.
enum Schema {
  /// The mark of our files (the bytes "Lern"), so that another program's database is not taken for one.
  static let applicationID: Int32 = 0x4C65_726E

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: log)
      try db.execute(sql: computed)
      try seal(db)
    }
    // Events belong to a course. Tables of the log get columns and never another beginning: by where they begin they are
    // found again in a damaged file.
    migrator.registerMigration("2", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: "ALTER TABLE event ADD COLUMN course TEXT NOT NULL DEFAULT ''")
      try db.execute(sql: computedByCourse)
    }
    migrator.registerMigration("checksum") { db in
      // What was recorded before has none; 0 stands for an event of whose wholeness nobody knows.
      try db.execute(sql: "ALTER TABLE event ADD COLUMN checksum INTEGER")
    }
    return migrator
  }

  /// Has SQLite refuse every change to what the log holds.
  private static func seal(_ db: Database) throws {
    for table in logTables {
      for change in ["update", "delete"] {
        try db.execute(
          sql: """
            CREATE TRIGGER \(table)_no_\(change) BEFORE \(change.uppercased()) ON \(table)
            BEGIN SELECT RAISE(ABORT, 'the log only grows'); END
            """)
      }
    }
  }

  /// Empties every table: for the learner who wants all of it forgotten.
  static func empty(_ db: Database) throws {
    for table in logTables {
      for change in ["update", "delete"] { try db.execute(sql: "DROP TRIGGER \(table)_no_\(change)") }
    }
    for table in ["store", "inheritance", "latest", "recall", "itemState"] + logTables.reversed() + ["item", "device"] {
      try db.execute(sql: "DELETE FROM \(table)")
    }
    try seal(db)
  }

  /// The tables that a store of any version has.
  static let tables = logTables + ["device", "item", "store"]

  /// The pages at which the tables of the log and their indexes begin: the same ones in every store, whatever later
  /// versions have added.
  static func beginnings(_ db: Database) throws -> [Int] {
    let rows = try Row.fetchAll(db, sql: "SELECT tbl_name, rootpage FROM sqlite_master WHERE rootpage > 1")
    return try rows.filter { try tables.contains($0.decode(atIndex: 0)) }.map { try $0.decode(atIndex: 1) }
  }

  /// Whether the database has the tables, indexes and triggers that its version makes, word for word.
  static func matches(_ db: Database) throws -> Bool {
    let applied = try migrator.appliedIdentifiers(db)
    let model = try DatabaseQueue()
    if let last = migrator.migrations.last(where: applied.contains) { try migrator.migrate(model, upTo: last) }
    let words = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1"
    let expected = try model.read { try String.fetchAll($0, sql: words) }
    return try String.fetchAll(db, sql: words).map { ExactText($0) } == expected.map { ExactText($0) }
  }

  private static let logTables = ["event", "answer", "position", "undo", "hiding", "setting"]

  private static let log = """
    CREATE TABLE device (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      exercise TEXT NOT NULL,
      item TEXT NOT NULL,
      UNIQUE (exercise, item));
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      deviceId INTEGER NOT NULL REFERENCES device (id),
      counter INTEGER NOT NULL CHECK (counter > 0),
      at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
      session TEXT NOT NULL,
      UNIQUE (deviceId, counter));
    CREATE INDEX event_by_time ON event (at);
    CREATE TABLE answer (
      eventId INTEGER PRIMARY KEY REFERENCES event (id),
      itemId INTEGER NOT NULL REFERENCES item (id),
      kind TEXT NOT NULL,
      given TEXT NOT NULL,
      mark REAL NOT NULL CHECK (mark BETWEEN 0 AND 1),
      rating INTEGER CHECK (rating BETWEEN 1 AND 4),
      seconds REAL NOT NULL CHECK (seconds >= 0),
      hints INTEGER NOT NULL CHECK (hints >= 0),
      confidence INTEGER CHECK (confidence BETWEEN 1 AND 3));
    CREATE INDEX answer_by_item ON answer (itemId);
    CREATE TABLE position (
      eventId INTEGER PRIMARY KEY REFERENCES event (id),
      lesson TEXT NOT NULL,
      section INTEGER NOT NULL CHECK (section >= 0));
    CREATE TABLE undo (
      eventId INTEGER PRIMARY KEY REFERENCES event (id),
      deviceId INTEGER NOT NULL REFERENCES device (id),
      counter INTEGER NOT NULL CHECK (counter > 0));
    CREATE INDEX undo_by_target ON undo (deviceId, counter);
    CREATE TABLE hiding (
      eventId INTEGER PRIMARY KEY REFERENCES event (id),
      itemId INTEGER NOT NULL REFERENCES item (id),
      until INTEGER NOT NULL CHECK (until BETWEEN 0 AND 253402300799));
    CREATE INDEX hiding_by_item ON hiding (itemId);
    CREATE TABLE setting (
      eventId INTEGER PRIMARY KEY REFERENCES event (id),
      name TEXT NOT NULL,
      value TEXT NOT NULL);
    """

  private static let computed = """
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      deviceId INTEGER NOT NULL REFERENCES device (id),
      origin TEXT NOT NULL,
      scheduler TEXT NOT NULL);
    CREATE TABLE itemState (
      itemId INTEGER PRIMARY KEY REFERENCES item (id),
      answers INTEGER NOT NULL,
      markTotal REAL NOT NULL,
      lastMark REAL NOT NULL,
      secondsTotal REAL NOT NULL,
      newest INTEGER NOT NULL,
      phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),
      step INTEGER NOT NULL,
      stability REAL,
      difficulty REAL,
      lastReview INTEGER,
      due INTEGER,
      reviews INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      CHECK ((phase = 0) = (stability IS NULL)),
      CHECK ((phase = 0) = (difficulty IS NULL)),
      CHECK ((phase = 0) = (lastReview IS NULL)),
      CHECK ((phase = 0) = (due IS NULL)));
    CREATE INDEX itemState_by_due ON itemState (due) WHERE due IS NOT NULL;
    CREATE TABLE recall (
      itemId INTEGER NOT NULL REFERENCES item (id),
      bin INTEGER NOT NULL CHECK (bin BETWEEN 0 AND 9),
      reviews INTEGER NOT NULL,
      recalled INTEGER NOT NULL,
      predicted INTEGER NOT NULL,
      PRIMARY KEY (itemId, bin)) WITHOUT ROWID;
    CREATE TABLE latest (
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      deviceId INTEGER NOT NULL REFERENCES device (id),
      counter INTEGER NOT NULL,
      newest INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (kind, subject, deviceId)) WITHOUT ROWID;
    """

  /// `inheritance` says of which course, or of none (''), events count for a course: its own, and perhaps others.
  private static let computedByCourse = """
    CREATE TABLE inheritance (
      course TEXT NOT NULL,
      origin TEXT NOT NULL,
      PRIMARY KEY (course, origin)) WITHOUT ROWID;
    CREATE INDEX inheritance_by_origin ON inheritance (origin);
    INSERT INTO inheritance VALUES ('', '');
    CREATE TABLE stateByCourse (
      itemId INTEGER NOT NULL REFERENCES item (id),
      course TEXT NOT NULL,
      answers INTEGER NOT NULL,
      markTotal REAL NOT NULL,
      lastMark REAL NOT NULL,
      secondsTotal REAL NOT NULL,
      newest INTEGER NOT NULL,
      phase INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 3),
      step INTEGER NOT NULL,
      stability REAL,
      difficulty REAL,
      lastReview INTEGER,
      due INTEGER,
      reviews INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      PRIMARY KEY (itemId, course),
      CHECK ((phase = 0) = (stability IS NULL)),
      CHECK ((phase = 0) = (difficulty IS NULL)),
      CHECK ((phase = 0) = (lastReview IS NULL)),
      CHECK ((phase = 0) = (due IS NULL))) WITHOUT ROWID;
    INSERT INTO stateByCourse
      SELECT itemId, '', answers, markTotal, lastMark, secondsTotal, newest, phase, step, stability, difficulty,
        lastReview, due, reviews, lapses FROM itemState;
    DROP TABLE itemState;
    ALTER TABLE stateByCourse RENAME TO itemState;
    CREATE INDEX itemState_by_due ON itemState (course, due) WHERE due IS NOT NULL;
    CREATE TABLE recallByCourse (
      itemId INTEGER NOT NULL REFERENCES item (id),
      course TEXT NOT NULL,
      bin INTEGER NOT NULL CHECK (bin BETWEEN 0 AND 9),
      reviews INTEGER NOT NULL,
      recalled INTEGER NOT NULL,
      predicted INTEGER NOT NULL,
      PRIMARY KEY (itemId, course, bin)) WITHOUT ROWID;
    INSERT INTO recallByCourse SELECT itemId, '', bin, reviews, recalled, predicted FROM recall;
    DROP TABLE recall;
    ALTER TABLE recallByCourse RENAME TO recall;
    CREATE TABLE latestByCourse (
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      course TEXT NOT NULL,
      deviceId INTEGER NOT NULL REFERENCES device (id),
      counter INTEGER NOT NULL,
      newest INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (kind, subject, course, deviceId)) WITHOUT ROWID;
    INSERT INTO latestByCourse SELECT kind, subject, '', deviceId, counter, newest, value FROM latest;
    DROP TABLE latest;
    ALTER TABLE latestByCourse RENAME TO latest;
    """
}
