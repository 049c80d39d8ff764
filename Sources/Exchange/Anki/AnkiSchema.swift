/// The tables of Anki's schema 11.
enum AnkiSchema {
  static let tables = """
    CREATE TABLE col (
      id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL,
      dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL,
      decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
    CREATE TABLE notes (
      id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
      tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
      data text NOT NULL);
    CREATE TABLE cards (
      id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL,
      factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
      odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
    CREATE TABLE revlog (
      id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
      lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """
}

/// `null`, where Anki wants to see that nothing is there.
struct JSONNull: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encodeNil()
  }
}

// What Anki keeps as JSON in its one row of `col`. Names are Anki's.

struct AnkiModel: Encodable {
  struct Field: Encodable {
    var name: String
    var ord: Int
    var sticky = false
    var rtl = false
    var font = "Arial"
    var size = 20
  }

  struct Template: Encodable {
    var name = "Card 1"
    var ord = 0
    var qfmt = "{{Front}}"
    var afmt = "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"
    var bqfmt = ""
    var bafmt = ""
    var did = JSONNull()
  }

  /// The id of the kind of note, the same in every export: by it Anki sees that it has this kind already.
  var id: Int64 = 1_763_700_000_001
  var name = "Learn"
  var type = 0
  var mod = 0
  var usn = -1
  var sortf = 0
  var did = JSONNull()
  var tmpls = [Template()]
  var flds = ["Front", "Back", "Source"].enumerated().map { Field(name: $1, ord: $0) }
  var css = """
    .card { font-family: sans-serif; font-size: 20px; line-height: 1.4; max-width: 40em; margin: auto; }
    img { max-width: 100%; }
    """
  var latexPre = ""
  var latexPost = ""
}

struct AnkiDeck: Encodable {
  var id: Int64
  var name: String
  var mod: Int64
  var usn = -1
  var lrnToday = [0, 0]
  var revToday = [0, 0]
  var newToday = [0, 0]
  var timeToday = [0, 0]
  var collapsed = false
  var browserCollapsed = false
  var desc = ""
  var dyn = 0
  var conf: Int64
  var extendNew = 0
  var extendRev = 0
}

struct AnkiDeckOptions: Encodable {
  struct New: Encodable {
    var bury = false
    /// The waits between the first answers, in minutes.
    var delays: [Double]
    var initialFactor = 2_500
    var ints = [1, 4, 0]
    var order = 1
    var perDay = 20
  }

  struct Review: Encodable {
    var bury = false
    var ease4 = 1.3
    var ivlFct = 1.0
    var maxIvl: Int64
    var perDay = 200
    var hardFactor = 1.2
  }

  struct Lapse: Encodable {
    var delays: [Double]
    var leechAction = 1
    var leechFails = 8
    var minInt = 1
    var mult = 0.0
  }

  var id: Int64
  var name: String
  var mod: Int64
  var usn = -1
  var maxTaken = 60
  var autoplay = true
  var timer = 0
  var replayq = true
  var new: New
  var rev: Review
  var lapse: Lapse
  var dyn = false
  var fsrsParams6: [Double]
  var desiredRetention: Double
}

struct AnkiConfiguration: Encodable {
  var schedVer = 2
  var sched2021 = true
  /// Minutes west of Greenwich.
  var creationOffset: Int
  var localOffset: Int
  var rollover: Int
  var nextPos: Int
  var curDeck = 1
  var activeDecks = [1]
  var collapseTime = 1_200
  var estTimes = true
  var dueCounts = true
  var fsrs = true
}

/// The data of FSRS that Anki keeps with a card.
struct AnkiCardData: Encodable {
  /// Stability in days.
  var s: Double
  /// Difficulty, 1 to 10.
  var d: Double
  /// Desired retention.
  var dr: Double
  var decay: Double
  /// Time of the last review, seconds since 1970.
  var lrt: Int64
}
