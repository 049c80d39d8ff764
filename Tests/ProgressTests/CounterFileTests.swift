import Foundation
import GRDB
import SpacedRepetition
import Testing

@testable import Progress

/// No id is given twice, whatever is done with the files.
@Suite struct CounterFileTests {
  /// Puts the bytes of one file in the place of another's, which stays the same file for the system.
  func overwrite(_ target: URL, with bytes: Data) throws {
    let handle = try FileHandle(forWritingTo: target)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: bytes)
    try handle.close()
  }

  func record(_ count: Int, in folder: URL, from time: Int64) throws -> [EventID] {
    let store = try ProgressStore(folder: folder)
    defer { #expect(throws: Never.self) { try store.queue.close() } }
    return try (0..<count).map { try store.record(card("code", .good), at: time + Int64($0)) }
  }

  @Test func anOlderCopyGoesOnBehindWhatWasGivenSince() throws {
    let folder = try TemporaryFolder()
    var ids = try record(3, in: folder.url, from: newYear)
    let old = try Data(contentsOf: folder.database)
    ids += try record(4, in: folder.url, from: newYear + day)
    let exported = folder.url.appending(path: "all.jsonl")
    try ProgressStore(folder: folder.url).export(to: exported)
    try overwrite(folder.database, with: old)
    ids += try record(2, in: folder.url, from: newYear + 2 * day)
    #expect(Set(ids).count == 9)
    // What the copy does not know comes back from elsewhere without contradiction.
    let store = try ProgressStore(folder: folder.url)
    #expect(try store.import(from: exported) == ImportReport(added: 4, known: 3))
    #expect(try store.state(of: item("code"))?.answers == 9)
  }

  @Test func anothersDatabaseInItsPlaceGetsANameOfItsOwn() throws {
    let folder = try TemporaryFolder()
    let (here, there) = (folder.url.appending(path: "here"), folder.url.appending(path: "there"))
    _ = try record(2, in: here, from: newYear)
    let others = try record(3, in: there, from: newYear)
    // Even where the system happens to number both files alike.
    let queue = try DatabaseQueue(path: here.appending(path: ProgressStore.fileName).path())
    let origin = try queue.read { db in try String.fetchOne(db, sql: "SELECT origin FROM store") }
    try queue.close()
    let copy = try DatabaseQueue(path: there.appending(path: ProgressStore.fileName).path())
    try copy.write { db in try db.execute(sql: "UPDATE store SET origin = ?", arguments: [origin]) }
    try copy.close()
    try overwrite(
      here.appending(path: ProgressStore.fileName),
      with: Data(contentsOf: there.appending(path: ProgressStore.fileName)))
    let ids = try record(1, in: here, from: newYear + day)
    #expect(ids[0].device != others[0].device)
    #expect(try ProgressStore(folder: here).state(of: item("code"))?.answers == 4)
  }

  @Test(arguments: ["", "nonsense", "0123456789abcdef -3\n"]) func aFileWithoutSenseIsPassedOver(text: String) throws {
    let folder = try TemporaryFolder()
    let first = try record(2, in: folder.url, from: newYear)
    try Data(text.utf8).write(to: folder.url.appending(path: "progress.counter"))
    let next = try record(1, in: folder.url, from: newYear + day)
    #expect(next == [EventID(device: first[0].device, counter: 3)])
  }
}
