import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Progress belongs to a course: the same names in another one are other things.
@Suite struct CourseTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func store(_ course: String, _ inheritance: Inheritance? = nil, in name: String = "home") throws -> ProgressStore {
    try ProgressStore(folder: folder.url.appending(path: name), course: course, inheritance: inheritance)
  }

  /// All that can be asked of a course.
  func picture(_ store: ProgressStore) throws -> [String] {
    let later = newYear + 40 * day
    let utc = StudyDay(timeZone: try #require(TimeZone(identifier: "UTC")))
    let states = try store.states(of: ["words", "other"]).sorted {
      ($0.key.item, $0.key.exercise) < ($1.key.item, $1.key.exercise)
    }
    let reviews = try store.reviews().sorted { $0.key.item < $1.key.item }
    return [
      "\(states)", "\(try store.state(of: item("code")).map { "\($0)" } ?? "-")",
      "\(try store.due(at: later).map(\.item))",
      "\(try store.hiddenItems(at: newYear + 20).keys.map(\.item).sorted())", "\(try store.leeches(lapses: 1))",
      "\(try store.position(of: "l")?.section ?? -1) \(try store.currentLesson() ?? "-")",
      "\(try store.settingInCourse("items/words") ?? "-")", "\(try store.recentAttempts().map(\.id))", "\(reviews)",
      "\(try store.recallCurve())", "\(states.count { $0.value.card.due != nil })",
      "\(try store.activity(days: 9, at: newYear + 5 * day, in: utc).map(\.answers))",
      "\(try store.streak(at: newYear + 3 * day, in: utc))",
      "\(try store.forecast(of: [item("code"), item("card 1")], days: 20, at: newYear, in: utc))",
    ]
  }

  /// Something of every kind.
  func fill(_ store: ProgressStore, from time: Int64) throws {
    for index in 0..<12 {
      let at = time + Int64(index) * 20_000
      try store.record(
        card(index.isMultiple(of: 3) ? "code" : "card \(index % 4)", Rating(rawValue: UInt8(1 + index * 7 % 4))), at: at
      )
      if index == 5 { try store.undo(at: at + 1) }
    }
    try store.record(Position(lesson: "l", section: 7), at: time + 1)
    try store.hide(item("code"), until: LogEvent.forGood, at: time + 2)
    try store.setInCourse("items/words", to: "code card", at: time + 3)
  }

  @Test func equalNamesInAnotherCourseTouchNothing() throws {
    let (mine, theirs) = (try store("mine"), try store("theirs"))
    let nothing = try picture(mine)
    try fill(mine, from: newYear)
    let filled = try picture(mine)
    #expect(filled != nothing)
    #expect(try picture(theirs) == nothing)
    #expect(try theirs.undo(at: newYear + day * 9) == nil, "there is nothing of theirs to take back")
    try fill(theirs, from: newYear + 7)
    try theirs.hide(item("code"), until: 0, at: newYear + day * 9)
    #expect(try picture(mine) == filled)
    #expect(try picture(store("")) == nothing, "nor does it count for none")
    // Opened again, and computed again.
    #expect(try picture(store("mine")) == filled)
    _ = try ProgressStore(
      folder: folder.url.appending(path: "home"), course: "mine", scheduler: Scheduler(desiredRetention: 0.8))
    #expect(try picture(store("mine")) == filled)
  }

  /// What the learner wants in a day, and how their memory works, is theirs and not a course's.
  @Test func settingsAndDailyLimitsHoldEverywhere() throws {
    let (mine, theirs) = (try store("mine"), try store("theirs"))
    try mine.set("new-cards", to: "7", at: newYear)
    #expect(try theirs.setting("new-cards") == "7")
    #expect(try theirs.settingInCourse("new-cards") == nil)
    try theirs.setInCourse("new-cards", to: "9", at: newYear + 1)
    #expect(try mine.setting("new-cards") == "7")
    try mine.record(card("code", .good), at: newYear + 10)
    try theirs.record(card("code", .good), at: newYear + 20)
    try theirs.record(card("code", .good), at: newYear + 30)
    let utc = StudyDay(rolloverHour: 0, timeZone: try #require(TimeZone(identifier: "UTC")))
    for store in [mine, theirs, try store("")] {
      let left = try store.remaining(of: DailyLimits(newCards: 10, reviews: 10), at: newYear + 40, in: utc)
      #expect(left == DailyLimits(newCards: 8, reviews: 10))
      #expect(try store.reviewHistories().map(\.count).sorted() == [1, 2])
    }
  }

  @Test func whatWasRecordedBeforeCountsForItsHeirsAlone() throws {
    try fill(store(""), from: newYear)
    let before = try picture(store(""))
    let heirs = Inheritance(heirs: ["bundled", "known"])
    #expect(try picture(store("bundled", heirs)) == before)
    #expect(try picture(store("known")) == before)
    #expect(try store("later").states(of: ["words"]).isEmpty)
    // From here each goes its own way.
    try store("known").record(card("code", .again), at: newYear + 30 * day)
    #expect(try picture(store("bundled")) == before)
    #expect(
      try store("known").state(of: item("code"))?.answers
        == store("bundled").state(of: item("code")).map { $0.answers + 1 })
    // An answer of before that is taken back is taken back for all that it counted for.
    let answers = try store("bundled").state(of: item("card 3"))?.answers
    let undone = try #require(try store("bundled").undo(at: newYear + 31 * day))
    #expect(undone.answer.course == nil && undone.item == item("card 3"))
    for course in ["bundled", "known", ""] {
      #expect(try store(course).state(of: item("card 3"))?.answers == answers.map { $0 - 1 }, "\(course)")
    }
    // Without heirs, it counts for none.
    #expect(try store("bundled", Inheritance()).states(of: ["words"]).isEmpty)
    #expect(try store("known").state(of: item("code"))?.answers == 1)
    #expect(
      try store("", heirs).reviewHistories().reduce(0) { $0 + $1.count }
        == store("known").reviewHistories().reduce(0) { $0 + $1.count })
  }

  @Test func whatWasKeptUnderAFormerIDCountsOn() throws {
    try fill(store("course.1"), from: newYear)
    let before = try picture(store("course.1"))
    #expect(try picture(store("named", Inheritance(former: ["named": ["course.1"]]))) == before)
    try store("named").record(card("code", .good), at: newYear + 30 * day)
    #expect(try picture(store("course.1")) == before)
  }

  /// Random events of three courses and of none, and then the same log in another store, in another order.
  @Test(arguments: UInt64(1)...6) func statesAreThoseOfTheLogInWhateverOrderItCame(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let inheritance = Inheritance(heirs: ["a", "b"], former: ["c": ["b"]])
    let courses = ["", "a", "b", "c"]
    let stores = try ["one", "two"].map { name in try courses.map { try store($0, inheritance, in: name) } }
    for index in 0..<160 {
      let store = stores[Int(random.next() % 2)][Int(random.next() % 4)]
      let at = newYear + Int64(index / 3) * 9_000 + Int64(random.next() % 3)
      switch random.next() % 8 {
      case 0: try store.undo(at: at)
      case 1: try store.hide(item("card \(random.next() % 3)"), until: at + Int64(random.next() % 2) * 50_000, at: at)
      case 2: try store.record(Position(lesson: "l", section: index), at: at)
      case 3: try store.setInCourse("items/words", to: "\(index)", at: at)
      default:
        try store.record(card("card \(random.next() % 3)", Rating(rawValue: UInt8(random.next() % 4) + 1)), at: at)
      }
    }
    let files = try stores.enumerated().map { index, stores in
      let file = folder.url.appending(path: "\(index).jsonl")
      try stores[0].export(to: file)
      return file
    }
    try stores[0][0].import(from: files[1])
    try stores[1][0].import(from: files[0])
    for file in files.reversed() { try store("", in: "three").import(from: file) }
    for course in courses {
      let pictures = try ["one", "two", "three"].map { name -> [String] in
        var picture = try picture(store(course, inheritance, in: name))
        // What was given here is taken back first, and that differs.
        picture.remove(at: 7)
        return picture
      }
      #expect(pictures[0] == pictures[1] && pictures[1] == pictures[2], "\(course)")
    }
    // The same log has the same bytes.
    let logs = try ["one", "two", "three"].map { name in
      let file = folder.url.appending(path: "log of \(name)")
      try store("", in: name).export(to: file)
      return try Data(contentsOf: file)
    }
    #expect(Set(logs).count == 1)
  }

  /// A device's own order decides, though its clock was wrong, and though its events are of several courses.
  @Test(arguments: ["", #""course":"mine","#]) func ofADeviceTheLastCounts(course: String) throws {
    let (wrong, right) = (2_500_000_000, 1_790_000_000)
    func line(_ counter: Int, _ at: Int, _ device: String, _ course: String, _ content: String) -> String {
      #"{"at":\#(at),"counter":\#(counter),\#(course)"device":"\#(device)",\#(content),"v":\#(course.isEmpty ? 1 : 2)}"#
    }
    func hiding(_ until: Int64) -> String {
      #""event":"hiding","exercise":"words","item":"code","until":\#(until)"#
    }
    func position(_ lesson: String, _ section: Int) -> String {
      #""event":"position","lesson":"\#(lesson)","section":\#(section)"#
    }
    // Between the two, another device says something else: it comes before both by its clock.
    let lines = [
      line(1, wrong, "d", "", hiding(LogEvent.forGood)), line(2, wrong, "d", "", position("l", 5)),
      line(1, right + 1, "e", course, hiding(LogEvent.forGood)), line(2, right + 1, "e", course, position("m", 6)),
      line(3, right + 1, "e", course, position("l", 6)),
      line(3, right, "d", course, hiding(0)), line(4, right, "d", course, position("l", 7)),
      line(5, right, "d", course, position("n", 8)),
    ]
    for (index, lines) in [lines, lines.reversed()].enumerated() {
      let file = folder.url.appending(path: "log.jsonl")
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      let store = try store("mine", Inheritance(heirs: ["mine"]), in: "\(index)")
      try store.import(from: file)
      #expect(try store.hiddenItems(at: Int64(right)).isEmpty)
      #expect(try store.position(of: "l")?.section == 7)
      #expect(try store.currentLesson() == "n")
    }
  }

  /// An event of before keeps its line, byte for byte; one of a course has a form that an earlier version refuses.
  @Test func linesTellTheirCourse() throws {
    let store = try store("mine")
    let file = folder.url.appending(path: "log.jsonl")
    let old = TransferTests.line + "\n"
    try Data(old.utf8).write(to: file)
    try store.import(from: file)
    try store.export(to: file)
    #expect(try String(contentsOf: file, encoding: .utf8) == old)
    let id = try store.record(Position(lesson: "l", section: 2), at: newYear)
    try store.set("new-cards", to: "3", at: newYear)
    try store.export(to: file)
    let lines = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
    #expect(
      lines.contains(
        #"{"at":1767225600,"counter":1,"course":"mine","device":"\#(id.device)","event":"position","lesson":"l","section":2,"v":2}"#
      ))
    #expect(
      lines.contains(
        #"{"at":1767225600,"counter":2,"device":"\#(id.device)","event":"setting","name":"new-cards","v":1,"value":"3"}"#
      ))
  }

  /// Where a table of the log begins is where it is looked for in a damaged file, whichever version made it.
  @Test func migratedTablesOfTheLogBeginWhereNewOnesDo() throws {
    let queues = try (0..<2).map { try DatabaseQueue(path: folder.url.appending(path: "\($0).sqlite").path()) }
    try Schema.migrator.migrate(queues[0], upTo: "1")
    try queues[0].write { db in
      for number in 1...2_000 {
        try db.execute(sql: "INSERT INTO device (name) VALUES (?)", arguments: ["device \(number)"])
        try db.execute(
          sql: "INSERT INTO event (deviceId, counter, at, session) VALUES (?, 1, 0, '')", arguments: [number])
      }
    }
    for queue in queues { try Schema.migrator.migrate(queue) }
    let roots = try queues.map { queue in
      try queue.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT name, rootpage, sql FROM sqlite_master WHERE tbl_name IN
              ('event', 'answer', 'position', 'undo', 'hiding', 'setting', 'device', 'item') ORDER BY name
            """)
      }
    }
    #expect(roots[0] == roots[1] && roots[0].count > 10)
    #expect(
      try queues[0].read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE course = ''") } == 2_000)
  }
}
