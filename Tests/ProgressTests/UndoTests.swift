import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct UndoTests {
  @Test func theLastAnswerIsTakenBack() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .good), at: newYear)
    let before = try store.state(of: item("code"))
    try store.record(card("code", .again), at: newYear + day)
    let undone = try #require(try store.undo(at: newYear + day + 5))
    #expect(undone.answer.content == .answer(card("code", .again)))
    #expect(try store.state(of: item("code")) == before)
    try store.undo(at: newYear + day + 6)
    #expect(try store.state(of: item("code")) == nil)
    #expect(try store.undo(at: newYear + day + 7) == nil)
  }

  @Test func anyOfTheLastTwentyCanBeTakenBack() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    var ids: [EventID] = []
    for index in 0..<25 {
      ids.append(try store.record(card("card \(index)", .good), at: newYear + Int64(index)).id)
      try store.record(Position(lesson: "a", section: index), at: newYear + Int64(index))
    }
    #expect(try store.recentAttempts().map(\.id) == ids.suffix(20).reversed())
    #expect(throws: ProgressError.tooLongAgo(ids[4], limit: 20)) { try store.undo(ids[4], at: newYear) }
    #expect(try store.undo(ids[5], at: newYear + 60)?.id == ids[5])
    #expect(try store.state(of: item("card 5")) == nil)
    #expect(throws: ProgressError.alreadyUndone(ids[5])) { try store.undo(ids[5], at: newYear) }
    // What was taken back no longer counts among the twenty.
    #expect(try store.undo(ids[4], at: newYear + 61)?.id == ids[4])
    let stranger = EventID(device: "elsewhere", counter: 1)
    #expect(throws: ProgressError.noSuchAnswer(stranger)) { try store.undo(stranger, at: newYear) }
  }

  /// Answers the items of an exercise, and the exercise as a whole.
  @discardableResult
  func answer(_ exercise: String, _ items: [String], in store: ProgressStore, session: String) throws -> [EventID] {
    try (items + [""]).map { name in
      let item = ItemID(exercise: exercise, item: name)
      return try store.record(
        Answer(item: item, kind: .sort, given: "", mark: 0, rating: name.isEmpty ? nil : .again), at: newYear,
        session: session
      ).id
    }
  }

  @Test func anExerciseIsTakenBackWithItsItems() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try answer("sort", ["a", "b"], in: store, session: "yesterday")
    let before = try store.states(of: ["sort"])
    // An item that comes back by itself is no part of what follows.
    let single = try store.record(
      Answer(item: ItemID(exercise: "sort", item: "a"), kind: .sort, given: "", mark: 1, rating: .good), at: newYear,
      session: "today"
    ).id
    let alone = try store.states(of: ["sort"])
    let ids = try answer("sort", ["b", "a"], in: store, session: "today")
    let recent = try store.recentAttempts()
    #expect(recent.map { $0.events.map(\.id.counter) } == [[7, 6, 5], [4], [3, 2, 1]])
    #expect(recent.map(\.count) == [2, 1, 2])
    let undone = try #require(try store.undo(at: newYear + 1))
    #expect(undone == recent[0])
    #expect(try store.states(of: ["sort"]) == alone)
    #expect(throws: ProgressError.alreadyUndone(ids[0])) { try store.undo(ids[0], at: newYear + 2) }
    #expect(try store.undo(at: newYear + 2)?.id == single)
    #expect(try store.states(of: ["sort"]) == before)
    // Any of its answers names it.
    #expect(try store.undo(EventID(device: single.device, counter: 2), at: newYear + 3)?.count == 2)
    #expect(try store.states(of: ["sort"]).isEmpty)
  }

  /// However long a log is, only its last answers are read.
  @Test func behindTheLastTwentyNothingIsRead() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    // The first of all, by a clock that was wrong, comes before all others.
    try store.record(card("first", .good), at: newYear + 1_000 * day)
    for index in 0..<60 {
      var answer = card("card \(index)", .good)
      answer.given = "answer \(index)."
      try store.record(answer, at: newYear + Int64(index))
    }
    try store.queue.close()
    var bytes = try Data(contentsOf: folder.database)
    let place = try #require(bytes.range(of: Data("answer 3.".utf8)))
    bytes.replaceSubrange(place, with: Data("answer 4.".utf8))
    try bytes.write(to: folder.database)
    let again = try ProgressStore(folder: folder.url)
    #expect(try again.recentAttempts().map(\.id.counter) == (42...61).reversed())
    #expect(try again.undo(at: newYear + 100)?.id.counter == 61)
  }

  @Test func twoSittingsAtOnceAreToldApart() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for (session, exercise, name) in [
      ("one", "sort", "a"), ("two", "sort", "a"), ("two", "sort", "b"), ("one", "words", "x"), ("one", "sort", "b"),
      ("two", "sort", ""), ("one", "sort", ""),
    ] {
      let item = ItemID(exercise: exercise, item: name)
      try store.record(Answer(item: item, kind: .sort, given: "", mark: 0), at: newYear, session: session)
    }
    #expect(try store.recentAttempts().map { $0.events.map(\.id.counter) } == [[7, 5], [6, 3, 2], [4], [1]])
  }

  /// A large exercise is one of the twenty.
  @Test func attemptsAreCountedNotAnswers() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for index in 0..<21 { try answer("sort \(index)", ["a", "b", "c"], in: store, session: "s") }
    #expect(try store.recentAttempts().map(\.count) == [Int](repeating: 3, count: 20))
  }

  @Test func whatAnAnswerSetAsideComesBackWithIt() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .again), at: newYear, session: "a")
    try store.hide(item("code"), until: LogEvent.forGood, at: newYear, session: "a")
    try store.undo(at: newYear + 5)
    #expect(try store.hiddenItems(at: newYear + 6).isEmpty)
    // Set aside by the learner at another time, it stays.
    try store.record(card("code", .again), at: newYear + 10, session: "b")
    try store.hide(item("code"), until: LogEvent.forGood, at: newYear + 20, session: "c")
    try store.undo(at: newYear + 30)
    #expect(try store.hiddenItems(at: newYear + 31).keys.contains(item("code")))
  }

  /// Two devices with the same log number its answers alike, whichever of them gave them and in whatever order they came.
  @Test(arguments: 0..<20) func devicesWithOneLogNumberItAlike(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: seed)
    let devices = try (0..<3).map { try ProgressStore(folder: folder.url.appending(path: "\($0)")) }
    let files = devices.indices.map { folder.url.appending(path: "\($0).jsonl") }
    // Many in the same second; now and then a clock is set back.
    var time = newYear
    for index in 0..<60 {
      if random.next() % 3 == 0 { time += 1 }
      let at = random.next() % 12 == 0 ? time - 9 * day : time
      let device = devices[Int(random.next() % 3)]
      try device.record(card("card \(index)", Rating(rawValue: UInt8(random.next() % 4) + 1)), at: at)
      if random.next() % 9 == 0 { try device.set("reviews", to: "\(index)", at: at) }
      if random.next() % 9 == 0 { try device.undo(at: at) }
    }
    for (device, file) in zip(devices, files) { try device.export(to: file) }
    var pictures: Set<String> = []
    for (number, device) in devices.enumerated() {
      for file in files.shuffled(using: &random) { try device.import(from: file) }
      let file = folder.url.appending(path: "all \(number).jsonl")
      try device.export(to: file)
      pictures.insert(
        """
        \(try device.recentAttempts().map(\.id)) \(try device.history(of: .reviews)) \
        \(try device.activity(days: 30, at: time, in: StudyDay(timeZone: .gmt))) \
        \(try device.due(at: time + day)) \(try String(contentsOf: file, encoding: .utf8)) \
        \(try device.states(of: ["words"]).sorted { $0.key < $1.key })
        """)
    }
    #expect(pictures.count == 1)
    // The devices' answers are in the order in which they were given.
    let recent = try devices[0].recentAttempts().map(\.id)
    for id in recent { #expect(recent.filter { $0.device == id.device }.map(\.counter).isSorted(by: >)) }
    for device in devices { try device.undo(at: time + day) }
    let undone = try devices.map { try $0.recentAttempts().map(\.id) }
    #expect(Set(undone).count == 1)
  }

  @Test func answersFromElsewhereAreTakenBackToo() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "log.jsonl")
    let there = try ProgressStore(folder: folder.url.appending(path: "there"))
    for index in 0..<2 { try there.record(card("card \(index)", .good), at: newYear + day + Int64(index)) }
    try there.export(to: file)
    let here = try ProgressStore(folder: folder.url.appending(path: "here"))
    try here.record(card("code", .good), at: newYear)
    try here.import(from: file)
    #expect(try here.recentAttempts().map(\.item.item) == ["card 1", "card 0", "code"])
    try here.undo(at: newYear + 2 * day)
    try here.undo(at: newYear + 2 * day)
    #expect(try here.state(of: item("card 0")) == nil)
    #expect(try here.state(of: item("code")) != nil)
  }

  @Test func theLogKeepsBoth() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let id = try store.record(card("code", .good), at: newYear).id
    try store.undo(at: newYear + 1)
    let contents = try store.read { db in
      try Array(ProgressStore.events("ORDER BY event.id", [], db).map(\.content))
    }
    #expect(contents == [.answer(card("code", .good)), .undo(id)])
  }
}

extension Array {
  func isSorted(by areInOrder: (Element, Element) -> Bool) -> Bool {
    zip(self, dropFirst()).allSatisfy(areInOrder)
  }
}
