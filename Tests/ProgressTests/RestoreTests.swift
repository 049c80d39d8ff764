import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// A restoration that fails leaves what was there where it was.
@Suite struct RestoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var home: URL { folder.url.appending(path: "home") }
  var database: URL { home.appending(path: ProgressStore.fileName) }

  /// A backup of a store, which then comes to harm. Returns its bytes.
  func damagedStore(_ backup: URL) throws -> Data {
    let store = try ProgressStore(folder: home)
    for index in 0..<5 { try store.record(card("code", .easy), at: newYear + Int64(index)) }
    try store.backup(to: backup)
    try store.queue.close()
    var bytes = try Data(contentsOf: database)
    // The encoding of its texts.
    bytes[59] = 9
    try bytes.write(to: database)
    return bytes
  }

  @Test func whatWasThereIsPutBackWhereItFails() throws {
    let backup = folder.url.appending(path: "backup.sqlite")
    let damaged = try damagedStore(backup)
    let counted = try #require(try CounterFile(folder: home).entry())
    // Here SQLite cannot make a new database, as on a full disk.
    let journal = home.appending(path: "\(ProgressStore.fileName)-journal")
    try FileManager.default.createDirectory(at: journal, withIntermediateDirectories: true)
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: home.path))
    #expect(throws: ProgressError.self) { try ProgressStore.restore(from: backup, into: home, at: newYear) }
    #expect(try Data(contentsOf: database) == damaged)
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: home.path)) == names)
    #expect(try CounterFile(folder: home).entry() == counted)
    try FileManager.default.removeItem(at: journal)
    let restored = try ProgressStore.restore(from: backup, into: home, at: newYear)
    #expect(try restored.store.state(of: item("code"))?.answers == 5)
    #expect(try Data(contentsOf: #require(restored.kept)) == damaged)
  }

  /// With all that lies beside it, and what was known of it.
  @Test func allOfItIsPutBack() throws {
    let damaged = try damagedStore(folder.url.appending(path: "backup.sqlite"))
    let (path, kept) = (database.path, home.appending(path: "kept.sqlite").path)
    try Data("log".utf8).write(to: URL(filePath: path + "-wal"))
    let counters = CounterFile(folder: home)
    let counted = try #require(try counters.entry())
    let former = try FormerStore(moving: path, to: kept)
    #expect(try Data(contentsOf: URL(filePath: kept)) == damaged)
    for suffix in ["", "-wal", "-shm"] { try Data("begun".utf8).write(to: URL(filePath: path + suffix)) }
    try counters.note(EventID(device: "0123456789abcdef", counter: 0))
    try former.putBack(to: path)
    #expect(try Data(contentsOf: database) == damaged)
    #expect(try String(contentsOfFile: path + "-wal", encoding: .utf8) == "log")
    #expect(!FileManager.default.fileExists(atPath: path + "-shm"))
    #expect(try counters.entry() == counted)
  }

  /// Where not even that can be done, the learner hears where it lies.
  @Test func whatCannotBePutBackIsNamed() throws {
    _ = try damagedStore(folder.url.appending(path: "backup.sqlite"))
    let kept = home.appending(path: "kept.sqlite").path
    let former = try FormerStore(moving: database.path, to: kept)
    try FileManager.default.moveItem(atPath: kept, toPath: kept + ".gone")
    let error = try #require(throws: ProgressError.self) { try former.putBack(to: database.path) }
    guard case .cannotWrite(database.path, let detail) = error else {
      Issue.record(error)
      return
    }
    #expect(detail.contains(kept))
  }

  /// Moved as a whole, or not at all.
  @Test func whatCannotBeMovedWholeStays() throws {
    let damaged = try damagedStore(folder.url.appending(path: "backup.sqlite"))
    let (path, kept) = (database.path, home.appending(path: "kept.sqlite").path)
    for place in [path, kept] { try Data("log".utf8).write(to: URL(filePath: place + "-wal")) }
    #expect(throws: (any Error).self) { try FormerStore(moving: path, to: kept) }
    #expect(try Data(contentsOf: database) == damaged)
    #expect(!FileManager.default.fileExists(atPath: kept))
  }
}
