import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct ProgressStoreTests {
  @Test func aNewStoreIsEmpty() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url.appending(path: "deep/er"))
    #expect(try store.due(at: .max).isEmpty)
    #expect(try store.currentLesson() == nil)
    #expect(try store.position(of: "judge-or-maker") == nil)
    #expect(try store.state(of: item("code")) == nil)
    #expect(try store.setting("new cards a day") == nil)
  }

  @Test func answersScheduleTheirCards() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .good), at: newYear)
    try store.record(card("prior", .again), at: newYear + 1)
    try store.record(card("unrated", nil, mark: 0.5), at: newYear + 2)
    #expect(try store.due(at: newYear + 60).isEmpty)
    #expect(try store.due(at: newYear + 61).map(\.item.item) == ["prior"])
    #expect(try store.due(at: newYear + 600).map(\.item.item) == ["prior", "code"])
    #expect(try store.due(at: newYear + 600, limit: 1).map(\.item.item) == ["prior"])
    let state = try #require(try store.state(of: item("unrated")))
    #expect(state.card == .new && state.answers == 1 && state.lastMark == 0.5 && state.secondsTotal == 4)
    let expected = Scheduler.standard.review(.new, .good, at: newYear)
    #expect(try store.state(of: item("code"))?.card == expected)
  }

  @Test func reopeningFindsEverything() throws {
    let folder = try TemporaryFolder()
    var device = ""
    do {
      let store = try ProgressStore(folder: folder.url)
      device = try store.device()
      try store.record(card("code", .easy), at: newYear, session: "a")
      try store.record(Position(lesson: "autoencoders", section: 3), at: newYear + 5)
      try store.set("new cards a day", to: "12", at: newYear + 6)
    }
    let store = try ProgressStore(folder: folder.url)
    #expect(try store.device() == device)
    #expect(try store.state(of: item("code"))?.card.phase == .review)
    #expect(try store.position(of: "autoencoders") == Position(lesson: "autoencoders", section: 3))
    #expect(try store.currentLesson() == "autoencoders")
    #expect(try store.setting("new cards a day") == "12")
    #expect(try store.record(card("code", .good), at: newYear + 9).id == EventID(device: device, counter: 4))
  }

  @Test func theLatestPositionCountsEvenIfTheClockWasSetBack() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(Position(lesson: "a", section: 4), at: newYear)
    try store.record(Position(lesson: "b", section: 1), at: newYear + 1)
    try store.record(Position(lesson: "a", section: 2), at: newYear - 9 * day)
    #expect(try store.currentLesson() == "a")
    #expect(try store.position(of: "a")?.section == 2)
    #expect(try store.position(of: "b")?.section == 1)
  }

  @Test func hiddenItemsDoNotComeUp() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for name in ["code", "prior", "leech"] { try store.record(card(name, .good), at: newYear) }
    try store.hide(item("code"), until: newYear + day, at: newYear + 1)
    try store.hide(item("leech"), until: LogEvent.forGood, at: newYear + 1)
    #expect(try store.due(at: newYear + 3_600).map(\.item.item) == ["prior"])
    #expect(try store.due(at: newYear + day).map(\.item.item) == ["code", "prior"])
    try store.hide(item("leech"), until: 0, at: newYear + 2)
    #expect(try store.due(at: newYear + 3_600).map(\.item.item) == ["leech", "prior"])
  }

  @Test func impossibleAnswersAreRefusedAndLeaveNothing() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for answer in [card("code", .good, mark: 1.5), card("code", .good, mark: .nan)] {
      #expect(throws: ProgressError.self) { try store.record(answer, at: newYear) }
    }
    for time in [-1, LogEvent.forGood + 1, .min, .max] as [Int64] {
      #expect(throws: ProgressError.impossibleTime(time)) { try store.record(card("code", .good), at: time) }
    }
    #expect(throws: ProgressError.self) { try store.record(Position(lesson: "a", section: -1), at: newYear) }
    #expect(try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM event") } == 0)
  }

  @Test func theLogOnlyGrows() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .good), at: newYear)
    let changes = ["DELETE FROM answer", "UPDATE answer SET mark = 1", "DELETE FROM event", "UPDATE event SET at = 0"]
    for statement in changes {
      #expect(throws: ProgressError.self, "\(statement)") { try store.write { db in try db.execute(sql: statement) } }
    }
  }

  @Test func whatIsConfirmedIsOnDisk() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    #expect(try store.read { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try store.read { db in try Int.fetchOne(db, sql: "PRAGMA synchronous") } == 2)
    #expect(try store.read { db in try Int.fetchOne(db, sql: "PRAGMA foreign_keys") } == 1)
    #expect(try store.read { db in try Int.fetchOne(db, sql: "PRAGMA busy_timeout") } == 30_000)
  }
}
