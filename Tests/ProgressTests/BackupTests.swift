import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct BackupTests {
  @Test func aBackupBringsEverythingBack() throws {
    let folder = try TemporaryFolder()
    let home = folder.url.appending(path: "home")
    let store = try ProgressStore(folder: home)
    try store.record(card("code", .easy), at: newYear)
    let copy = folder.url.appending(path: "backup.sqlite")
    try store.backup(to: copy)
    try store.record(card("code", .again), at: newYear + day)
    let name = try store.device()

    let result = try ProgressStore.restore(from: copy, into: home, at: newYear + 2 * day)
    #expect(try result.store.state(of: item("code"))?.answers == 1)
    #expect(try result.store.device() != name)
    #expect(try result.store.record(card("code", .good), at: newYear + 3 * day).id.counter == 1)
    // A store that another process has open goes on under the new name.
    #expect(try store.record(card("code", .good), at: newYear + 4 * day).id.counter == 2)
    // What was there before the restoration is kept, and can be opened.
    let kept = try #require(result.kept)
    let other = folder.url.appending(path: "other")
    let earlier = try ProgressStore.restore(from: kept, into: other, at: newYear)
    #expect(earlier.kept == nil)
    #expect(try earlier.store.state(of: item("code"))?.answers == 2)
  }

  @Test func nothingIsWrittenOverAnotherFile() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let file = folder.url.appending(path: "notes.txt")
    try Data("mine".utf8).write(to: file)
    #expect(throws: ProgressError.alreadyThere(path: file.path())) { try store.backup(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }

  @Test func aDamagedStoreIsMovedAsideAndReplaced() throws {
    let folder = try TemporaryFolder()
    let home = folder.url.appending(path: "home")
    let copy = folder.url.appending(path: "backup.sqlite")
    do {
      let store = try ProgressStore(folder: home)
      try store.record(card("code", .easy), at: newYear)
      try store.backup(to: copy)
      try store.queue.close()
    }
    let damaged = Data(repeating: 3, count: 9_000)
    try damaged.write(to: home.appending(path: ProgressStore.fileName))
    let result = try ProgressStore.restore(from: copy, into: home, at: newYear)
    #expect(try result.store.state(of: item("code"))?.answers == 1)
    #expect(try Data(contentsOf: #require(result.kept)) == damaged)
  }

  @Test func onlyABackupIsRestored() throws {
    let folder = try TemporaryFolder()
    let home = folder.url.appending(path: "home")
    try ProgressStore(folder: home).record(card("code", .easy), at: newYear)
    let file = folder.url.appending(path: "other.sqlite")
    let missing = try #require(throws: ProgressError.self) {
      try ProgressStore.restore(from: file, into: home, at: newYear)
    }
    #expect(missing.bare == .cannotRead(path: file.path(), detail: ""))
    let queue = try DatabaseQueue(path: file.path())
    try queue.write { db in try db.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    #expect(throws: ProgressError.foreign(path: file.path())) {
      try ProgressStore.restore(from: file, into: home, at: newYear)
    }
    try Data(repeating: 3, count: 9_000).write(to: file)
    let broken = try #require(throws: ProgressError.self) {
      try ProgressStore.restore(from: file, into: home, at: newYear)
    }
    #expect(broken.bare == .damaged(path: file.path(), detail: ""))
    #expect(try ProgressStore(folder: home).state(of: item("code"))?.answers == 1)
  }

  @Test func forgettingLeavesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    var answer = card("code", .good)
    answer.given = "a very private answer"
    try store.record(answer, at: newYear)
    try store.record(Position(lesson: "a", section: 1), at: newYear)
    let name = try store.device()
    try store.forget()
    #expect(try store.due(at: .max).isEmpty)
    #expect(try store.currentLesson() == nil)
    #expect(try store.device() != name)
    for suffix in ["", "-wal"] {
      let bytes = try Data(contentsOf: URL(filePath: folder.database.path() + suffix))
      #expect(bytes.range(of: Data("a very private answer".utf8)) == nil)
    }
    try store.record(answer, at: newYear)
    #expect(throws: ProgressError.self) { try store.write { db in try db.execute(sql: "DELETE FROM event") } }
    #expect(try ProgressStore(folder: folder.url).state(of: item("code"))?.answers == 1)
  }
}
