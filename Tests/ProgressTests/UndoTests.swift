import Foundation
import GRDB
import SpacedRepetition
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
    #expect(undone.content == .answer(card("code", .again)))
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
      ids.append(try store.record(card("card \(index)", .good), at: newYear + Int64(index)))
      try store.record(Position(lesson: "a", section: index), at: newYear + Int64(index))
    }
    #expect(try store.recentAnswers().map(\.id) == ids.suffix(20).reversed())
    #expect(throws: ProgressError.tooLongAgo(ids[4], limit: 20)) { try store.undo(ids[4], at: newYear) }
    #expect(try store.undo(ids[5], at: newYear + 60)?.id == ids[5])
    #expect(try store.state(of: item("card 5")) == nil)
    #expect(throws: ProgressError.alreadyUndone(ids[5])) { try store.undo(ids[5], at: newYear) }
    // What was taken back no longer counts among the twenty.
    #expect(try store.undo(ids[4], at: newYear + 61)?.id == ids[4])
    let stranger = EventID(device: "elsewhere", counter: 1)
    #expect(throws: ProgressError.noSuchAnswer(stranger)) { try store.undo(stranger, at: newYear) }
  }

  @Test func theLogKeepsBoth() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let id = try store.record(card("code", .good), at: newYear)
    try store.undo(at: newYear + 1)
    let contents = try store.read { db in
      try Array(ProgressStore.events("ORDER BY event.id", [], db).map(\.content))
    }
    #expect(contents == [.answer(card("code", .good)), .undo(id)])
  }
}
