import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// What is found where the store should be. Whatever it is, it is not harmed.
@Suite struct OpeningTests {
  @Test func migratingTwiceChangesNothing() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.database.path())
    try Schema.migrator.migrate(queue, upTo: "1")
    let schema = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    try queue.close()
    var schemas: Set<[String]> = []
    for _ in 0..<3 {
      let store = try ProgressStore(folder: folder.url)
      try store.record(card("code", .good), at: newYear)
      schemas.insert(try store.read { db in try String.fetchAll(db, sql: schema) })
      #expect(try store.read { db in try Schema.matches(db) })
    }
    #expect(schemas.count == 1)
    #expect(try ProgressStore(folder: folder.url).state(of: item("code"))?.answers == 3)
  }

  @Test func aFileThatIsNoDatabaseIsKept() throws {
    let folder = try TemporaryFolder()
    let bytes = Data("This is a shopping list.\n".utf8) + Data(repeating: 7, count: 5_000)
    try bytes.write(to: folder.database)
    let error = try #require(throws: ProgressError.self) { try ProgressStore(folder: folder.url) }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    #expect(try Data(contentsOf: folder.database) == bytes)
  }

  @Test func aDamagedPageIsReportedAndTheFileKept() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try ProgressStore(folder: folder.url)
      for index in 0..<300 { try store.record(card("card \(index)", .good), at: newYear + Int64(index)) }
      try store.queue.close()
    }
    var bytes = try Data(contentsOf: folder.database)
    for offset in 4_096..<bytes.count { bytes[offset] = 0xA5 }
    try bytes.write(to: folder.database)
    let error = try #require(throws: ProgressError.self) {
      let store = try ProgressStore(folder: folder.url)
      _ = try store.due(at: .max)
    }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    #expect(try Data(contentsOf: folder.database) == bytes)
  }

  @Test func aNewerSchemaIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    try ProgressStore(folder: folder.url).record(card("code", .good), at: newYear)
    let queue = try DatabaseQueue(path: folder.database.path())
    try queue.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
    try queue.close()
    let bytes = try Data(contentsOf: folder.database)
    #expect(throws: ProgressError.newer(path: folder.database.path())) { try ProgressStore(folder: folder.url) }
    #expect(try Data(contentsOf: folder.database) == bytes)
  }

  /// A list of tables that was changed makes SQLite complain of our statements: the file is at fault, not they.
  @Test(arguments: [("counter", "cauntar"), ("given", "givan"), ("CREATE TABLE item ", "CREATE TABLE itam ")])
  func tablesThatAreNotOursAreDamage(word: String, other: String) throws {
    let folder = try TemporaryFolder()
    try ProgressStore(folder: folder.url).record(card("code", .good), at: newYear)
    var bytes = try Data(contentsOf: folder.database)
    while let place = bytes.range(of: Data(word.utf8)) { bytes.replaceSubrange(place, with: Data(other.utf8)) }
    try bytes.write(to: folder.database)
    let error = try #require(throws: ProgressError.self) {
      try ProgressStore(folder: folder.url).record(card("code", .good), at: newYear)
    }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    let file = folder.url.appending(path: "saved.jsonl")
    #expect(try ProgressStore.recover(from: folder.database, to: file).events == 1)
  }

  @Test func aVersionThatIsNoneIsDamage() throws {
    let folder = try TemporaryFolder()
    try ProgressStore(folder: folder.url).record(card("code", .good), at: newYear)
    let queue = try DatabaseQueue(path: folder.database.path())
    try queue.write { db in try db.execute(sql: "UPDATE grdb_migrations SET identifier = 'q' WHERE identifier = '1'") }
    try queue.close()
    let error = try #require(throws: ProgressError.self) { try ProgressStore(folder: folder.url) }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    let file = folder.url.appending(path: "saved.jsonl")
    #expect(try ProgressStore.recover(from: folder.database, to: file).events == 1)
  }

  @Test func anotherProgramsDatabaseIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.database.path())
    try queue.write { db in try db.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    try queue.close()
    let bytes = try Data(contentsOf: folder.database)
    #expect(throws: ProgressError.foreign(path: folder.database.path())) { try ProgressStore(folder: folder.url) }
    #expect(try Data(contentsOf: folder.database) == bytes)
  }

  /// Rights do not stop the administrator, under whom tests may run; a file where a folder should be stops everyone.
  @Test func aFolderThatCannotBeMadeIsReported() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    let error = try #require(throws: ProgressError.self) { try ProgressStore(folder: file.appending(path: "learn")) }
    #expect(
      error.bare == .cannotWrite(path: file.appending(path: "learn/\(ProgressStore.fileName)").path(), detail: ""))
  }

  @Test func aFolderWhereTheFileShouldBeIsReported() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.database, withIntermediateDirectories: true)
    let error = try #require(throws: ProgressError.self) { try ProgressStore(folder: folder.url) }
    #expect(error.bare == .cannotWrite(path: folder.database.path(), detail: ""))
  }

  @Test func aFullDiskIsReportedAndTheAnswersBeforeItAreKept() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    // SQLite's own limit gives the same error as a disk without space.
    try store.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    var recorded = 0
    let error = try #require(throws: ProgressError.self) {
      for index in 0..<10_000 {
        try store.record(card("card \(index)", .good), at: newYear)
        recorded += 1
      }
    }
    #expect(error == .diskFull(path: folder.database.path()))
    #expect(recorded > 0)
    #expect(try ProgressStore(folder: folder.url).due(at: .max).count == recorded)
  }

  @Test func aCopiedStoreGetsANameOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let original = try ProgressStore(folder: folder.url)
    try original.record(card("code", .good), at: newYear)
    let name = try original.device()
    try original.queue.close()
    let copy = folder.url.appending(path: "copy")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: folder.database, to: copy.appending(path: ProgressStore.fileName))
    let store = try ProgressStore(folder: copy)
    let device = try store.device()
    #expect(device != name)
    #expect(try store.record(card("code", .good), at: newYear + 1).id.counter == 1)
    #expect(try store.state(of: item("code"))?.answers == 2)
    #expect(try ProgressStore(folder: copy).device() == device)
  }
}
