import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct RecoveryTests {
  /// A store of 3,000 answers, closed, and its events.
  func fill(_ folder: URL) throws -> [LogEvent] {
    let store = try ProgressStore(folder: folder)
    let file = folder.appending(path: "before.jsonl")
    var lines = ""
    for index in 1...3_000 {
      lines +=
        #"{"at":\#(newYear + Int64(index)),"counter":\#(index),"device":"d","event":"answer","exercise":"words","#
      lines +=
        #""item":"card \#(index % 50)","kind":"cards","given":"","mark":1,"rating":3,"seconds":2,"hints":0,"v":1}"#
      lines += "\n"
    }
    try Data(lines.utf8).write(to: file)
    try store.import(from: file)
    let events = try store.read { db in try Array(ProgressStore.events("ORDER BY event.id", [], db)) }
    try store.queue.close()
    return events
  }

  @Test func whatCanBeReadIsSaved() throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder.url)
    var bytes = try Data(contentsOf: folder.database)
    // Some pages beyond those that describe the tables, of whatever table or index they are.
    for page in stride(from: 60, to: bytes.count / 4_096, by: 9) {
      for offset in page * 4_096..<(page + 1) * 4_096 { bytes[offset] = 0xEE }
    }
    try bytes.write(to: folder.database)
    let file = folder.url.appending(path: "saved.jsonl")
    let report = try ProgressStore.recover(from: folder.database, to: file)
    #expect(try Data(contentsOf: folder.database) == bytes)
    #expect(report.events > 1_000 && report.events < 3_000)
    #expect(report.events + report.unreadable == 3_000)
    let target = try ProgressStore(folder: folder.url.appending(path: "new"))
    #expect(try target.import(from: file).added == report.events)
    let saved = try target.read { db in try Array(ProgressStore.events("", [], db)) }
    #expect(Set(saved.map(\.id)).isSubset(of: Set(events.map(\.id))))
    for event in saved { #expect(events[Int(event.id.counter) - 1] == event) }
  }

  /// Without its first bytes no program reads a database; the pages behind them are whole.
  @Test func withoutItsHeaderAllIsSaved() throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder.url)
    var bytes = try Data(contentsOf: folder.database)
    bytes.replaceSubrange(0..<100, with: Data(count: 100))
    try bytes.write(to: folder.database)
    let file = folder.url.appending(path: "saved.jsonl")
    let report = try ProgressStore.recover(from: folder.database, to: file)
    #expect(report == RecoveryReport(events: events.count, unreadable: 0))
    #expect(try Data(contentsOf: folder.database) == bytes)
  }

  @Test func whatIsLeftOfAFileThatWasCutShortIsSaved() throws {
    let folder = try TemporaryFolder()
    _ = try fill(folder.url)
    let bytes = try Data(contentsOf: folder.database)
    try bytes.prefix(bytes.count * 3 / 4 + 100).write(to: folder.database)
    let report = try ProgressStore.recover(
      from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
    #expect(report.events > 500 && report.events < 3_000, "\(report)")
    #expect(report.isAtLeast, "how much came from elsewhere nobody knows")
  }

  /// The list of tables is the same in every store.
  @Test func withoutItsListOfTablesAllIsSaved() throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder.url)
    var bytes = try Data(contentsOf: folder.database)
    bytes.replaceSubrange(0..<4_096, with: Data(repeating: 0xEE, count: 4_096))
    try bytes.write(to: folder.database)
    let report = try ProgressStore.recover(
      from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
    #expect(report.events == events.count)
  }

  /// One that an earlier version began has its later tables elsewhere.
  @Test func withoutItsListOfTablesAnOldLogIsSaved() throws {
    let folder = try TemporaryFolder()
    let sound = try SoundStore()
    try sound.ofFirstVersion().write(to: folder.database)
    do {
      let store = try ProgressStore(folder: folder.url)
      for index in 0..<50 { try store.record(card("card \(index)", .good), at: newYear + Int64(index)) }
      try store.queue.close()
    }
    var bytes = try Data(contentsOf: folder.database)
    bytes.replaceSubrange(0..<4_096, with: Data(repeating: 0xEE, count: 4_096))
    try bytes.write(to: folder.database)
    let report = try ProgressStore.recover(
      from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
    #expect(report.events == sound.events.count + 50)
  }

  /// A table that has lost its beginning takes none of the others with it.
  @Test func ofASmallFileThatWasCutShortTheAnswersAreSaved() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for index in 0..<3 { try store.record(card("card \(index)", .good), at: newYear + Int64(index)) }
    try store.queue.close()
    try Data(contentsOf: folder.database).prefix(60_000).write(to: folder.database)
    let report = try ProgressStore.recover(
      from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
    #expect(report.events == 3 && report.unreadable == 0)
  }

  /// What can no longer be seen in the file, the counter beside it knows.
  @Test func whatIsLostIsCounted() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    for index in 0..<400 { try store.record(card("card \(index % 9)", .good), at: newYear + Int64(index)) }
    try store.queue.close()
    var bytes = try Data(contentsOf: folder.database)
    // The last leaf of the table of events, wherever it lies: those that hold the latest times.
    let queue = try DatabaseQueue(path: folder.database.path())
    let page = try queue.read { db in
      try Int.fetchOne(db, sql: "SELECT rootpage FROM sqlite_master WHERE name = 'event'")
    }
    try queue.close()
    let root = (try #require(page) - 1) * 4_096
    // The pointer to the right-most child stands 8 bytes behind the start of an inner page.
    let isInner = bytes[root] == 5
    try #require(isInner)
    let last = bytes[root + 8..<root + 12].reduce(0) { $0 << 8 | Int($1) }
    for offset in (last - 1) * 4_096..<last * 4_096 { bytes[offset] = 0 }
    try bytes.write(to: folder.database)
    let report = try ProgressStore.recover(
      from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
    #expect(report.events < 400 && report.unreadable > 0)
    #expect(report.events + report.unreadable == 400)
  }

  /// Bytes changed anywhere: whatever comes of it is an error or an answer, and the file stays as it is.
  @Test func damageOfAnyKindIsSurvived() throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder.url)
    let sound = try Data(contentsOf: folder.database)
    var random = SeededGenerator(seed: 3)
    for round in 0..<12 {
      var bytes = sound
      for _ in 0..<[1, 30, 3_000][round % 3] {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      try bytes.write(to: folder.database)
      let file = folder.url.appending(path: "saved \(round).jsonl")
      do {
        let report = try ProgressStore.recover(from: folder.database, to: file)
        #expect(report.events <= events.count)
      } catch {
        #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
      }
      #expect(try Data(contentsOf: folder.database) == bytes)
      do {
        let store = try ProgressStore(folder: folder.url)
        _ = try store.due(at: .max)
        _ = try store.recallCurve()
        _ = try store.export(to: file)
        try store.queue.close()
      } catch let error as ProgressError {
        let known: [ProgressError] = [
          .damaged(path: folder.database.path(), detail: ""), .foreign(path: folder.database.path()),
          .newer(path: folder.database.path()),
        ]
        #expect(known.contains(error.bare))
      }
      for suffix in ["-wal", "-shm"] {
        let rest = folder.database.path() + suffix
        if FileManager.default.fileExists(atPath: rest) { try FileManager.default.removeItem(atPath: rest) }
      }
    }
  }

  @Test func aSoundStoreIsSavedWhole() throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder.url)
    let file = folder.url.appending(path: "saved.jsonl")
    let report = try ProgressStore.recover(from: folder.database, to: file)
    #expect(report == RecoveryReport(events: events.count, unreadable: 0))
  }

  /// A copy of all answers must not be left behind where it failed.
  @Test func noCopyStaysBehind() throws {
    let folder = try TemporaryFolder()
    let temporary = folder.url.appending(path: "temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    try Data(repeating: 9, count: 9_000).write(to: folder.database)
    #expect(throws: ProgressError.self) {
      try ProgressStore.recover(
        from: folder.database, to: folder.url.appending(path: "saved.jsonl"), temporary: temporary)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path()) == [])
  }

  @Test func fromRubbishNothingIsSaved() throws {
    let folder = try TemporaryFolder()
    try Data(repeating: 9, count: 9_000).write(to: folder.database)
    let file = folder.url.appending(path: "saved.jsonl")
    let error = try #require(throws: ProgressError.self) {
      try ProgressStore.recover(from: folder.database, to: file)
    }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    #expect(!FileManager.default.fileExists(atPath: file.path()))
  }
}
