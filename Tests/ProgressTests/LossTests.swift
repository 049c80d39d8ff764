import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// A write-ahead log that somebody took away, and what only looks like it.
@Suite(.serialized) struct LossTests {
  /// Has another process confirm so many answers and killed without a chance to tidy up.
  func answer(_ count: Int, in folder: URL) throws {
    let tests = ProcessTests()
    let (process, output) = try tests.start(folder, session: "s", count: 100_000)
    var text = Data()
    while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      text += try #require(try output.fileHandleForReading.read(upToCount: 1))
    }
    kill(process.processIdentifier, SIGSTOP)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func removeLog(_ folder: URL) throws {
    for suffix in ["-wal", "-shm"] {
      try FileManager.default.removeItem(atPath: folder.appending(path: ProgressStore.fileName + suffix).path)
    }
  }

  /// How many answers there are, all closed and in the database itself.
  func close(_ folder: URL) throws -> Int {
    let store = try ProgressStore(folder: folder)
    let count = try store.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") ?? 0 }
    try store.queue.close()
    return count
  }

  @Test(arguments: [true, false]) func aRemovedLogIsToldOnceWithItsNumber(isNew: Bool) throws {
    let folder = try TemporaryFolder()
    if !isNew {
      let store = try ProgressStore(folder: folder.url)
      for index in 0..<3 { try store.record(card("code", .good), at: newYear + Int64(index)) }
      try store.record(Position(lesson: "a", section: 1), at: newYear)
      try store.queue.close()
    }
    try answer(6, in: folder.url)
    let confirmed = try #require(try CounterFile(folder: folder.url).entry()?.confirmed)
    try removeLog(folder.url)
    // Whoever does not tell it leaves it to be told, even if it writes.
    for _ in 0..<2 { try ProgressStore(folder: folder.url).queue.close() }
    let store = try ProgressStore(folder: folder.url)
    let before: Int64 = isNew ? 0 : 3
    #expect(confirmed.answers >= 6 + before)
    #expect(store.lost == LostEvents(answers: confirmed.answers - before, others: 0))
    try store.acknowledgeLoss()
    #expect(try ProgressStore(folder: folder.url).lost == nil)
    // It goes on behind the numbers that were given.
    let next = try store.record(card("code", .good), at: newYear + day).id
    if !isNew { #expect(next.counter > confirmed.counter) }
    #expect(try ProgressStore(folder: folder.url).lost == nil)
  }

  /// A folder that was copied names itself anew, in the same log.
  @Test func whatACopyLosesIsTold() throws {
    let folder = try TemporaryFolder()
    let (home, copy) = (folder.url.appending(path: "home"), folder.url.appending(path: "copy"))
    try answer(3, in: home)
    _ = try close(home)
    try FileManager.default.copyItem(at: home, to: copy)
    try answer(6, in: copy)
    let confirmed = try #require(try CounterFile(folder: copy).entry()?.confirmed)
    try removeLog(copy)
    let store = try ProgressStore(folder: copy)
    #expect(store.lost == LostEvents(answers: confirmed.answers, others: 0) && confirmed.answers >= 6)
    try store.acknowledgeLoss()
    #expect(try ProgressStore(folder: copy).lost == nil)
  }

  @Test func aKillAloneLosesNothing() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<5 {
      try answer(2, in: folder.url)
      #expect(try ProgressStore(folder: folder.url).lost == nil)
    }
  }

  /// After a kill, what is lost is counted without the answer that was under way.
  @Test func theNumberIsThatOfWhatWasConfirmed() throws {
    let folder = try TemporaryFolder()
    let counters = CounterFile(folder: folder.url)
    let kills = 4
    for _ in 0..<kills { try answer(3, in: folder.url) }
    let count = try ProgressStore(folder: folder.url).read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM answer")
    }
    let confirmed = try #require(try counters.entry()?.confirmed)
    // At most the last answer of each run was on disk and not yet noted.
    #expect((0...kills).contains(try #require(count) - Int(confirmed.answers)))
  }

  // MARK: What only looks like it

  @Test func anOlderCopyInItsPlaceIsTakenAtItsWord() throws {
    let folder = try TemporaryFolder()
    try answer(3, in: folder.url)
    _ = try close(folder.url)
    let old = try Data(contentsOf: folder.database)
    try answer(3, in: folder.url)
    _ = try close(folder.url)
    try CounterFileTests().overwrite(folder.database, with: old)
    #expect(try ProgressStore(folder: folder.url).lost == nil)
    // … and what comes after it is counted from there.
    try answer(4, in: folder.url)
    let confirmed = try #require(try CounterFile(folder: folder.url).entry()?.confirmed)
    #expect((0...1).contains(try close(folder.url) - Int(confirmed.answers)))
  }

  @Test func aCopyElsewhereIsNoLoss() throws {
    let folder = try TemporaryFolder()
    let home = folder.url.appending(path: "home")
    try answer(3, in: home)
    _ = try close(home)
    try answer(6, in: home)
    for (name, files) in [("all", ["", "-wal"]), ("without", [""])] {
      let copy = folder.url.appending(path: name)
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      for file in files.map({ ProgressStore.fileName + $0 }) + ["progress.counter"] {
        try FileManager.default.copyItem(at: home.appending(path: file), to: copy.appending(path: file))
      }
      #expect(try ProgressStore(folder: copy).lost == nil, "\(name)")
    }
  }

  @Test func restoringForgettingAndImportingAreNoLoss() throws {
    let folder = try TemporaryFolder()
    let (home, copy) = (folder.url.appending(path: "home"), folder.url.appending(path: "copy.sqlite"))
    let log = folder.url.appending(path: "log.jsonl")
    try answer(3, in: home)
    try ProgressStore(folder: home).backup(to: copy)
    try answer(3, in: home)
    try ProgressStore(folder: home).export(to: log)
    let restored = try ProgressStore.restore(from: copy, into: home, at: newYear).store
    #expect(restored.lost == nil)
    #expect(try ProgressStore(folder: home).lost == nil)
    try restored.import(from: log)
    #expect(try ProgressStore(folder: home).lost == nil)
    try answer(2, in: home)
    try ProgressStore(folder: home).forget()
    #expect(try ProgressStore(folder: home).lost == nil)
    try answer(2, in: home)
    #expect(try ProgressStore(folder: home).lost == nil)
  }

  /// What was lost comes back from an export, and is counted again.
  @Test func whatComesBackCounts() throws {
    let folder = try TemporaryFolder()
    let log = folder.url.appending(path: "log.jsonl")
    try answer(3, in: folder.url)
    _ = try close(folder.url)
    let old = try Data(contentsOf: folder.database)
    try answer(6, in: folder.url)
    try ProgressStore(folder: folder.url).export(to: log)
    let all = try close(folder.url)
    try CounterFileTests().overwrite(folder.database, with: old)
    try ProgressStore(folder: folder.url).import(from: log)
    #expect(try close(folder.url) == all)
    try answer(2, in: folder.url)
    let confirmed = try #require(try CounterFile(folder: folder.url).entry()?.confirmed)
    try removeLog(folder.url)
    let lost = try #require(try ProgressStore(folder: folder.url).lost)
    #expect(lost == LostEvents(answers: confirmed.answers - Int64(all), others: 0) && lost.answers >= 2)
  }

  /// A file of the counter that an earlier version wrote knows the last number alone.
  @Test func anOlderCounterIsGoneOnWith() throws {
    let folder = try TemporaryFolder()
    let first = try CounterFileTests().record(2, in: folder.url, from: newYear)
    let file = folder.url.appending(path: "progress.counter")
    try Data("\(first[0].device) 0000000000000000002\n".utf8).write(to: file)
    let next = try CounterFileTests().record(1, in: folder.url, from: newYear + day)
    #expect(next == [EventID(device: first[0].device, counter: 3)])
    #expect(try CounterFile(folder: folder.url).entry()?.confirmed?.answers == 3)
  }
}
