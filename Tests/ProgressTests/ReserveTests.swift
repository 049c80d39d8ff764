import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Databases whose pages end with bytes that nobody uses, as those of Apple's SQLite do.
@Suite(.serialized) struct ReserveTests {
  static let reserves = [0, 1, 12, 64]

  /// A store, and all that it holds.
  func fill(_ folder: TemporaryFolder, reserve: Int) throws -> [LogEvent] {
    let (_, made) = try Schema.makeModel(folder.database.path(percentEncoded: false), reserve: reserve)
    try #require(made == reserve)
    let store = try ProgressStore(folder: folder.url)
    for index in 0..<200 {
      var answer = card("card \(index % 30)", .good)
      // Longer than a page: how it goes on depends on how much of a page is used.
      if index % 40 == 0 { answer.given = String(repeating: "long words \(index) ", count: 700) }
      try store.record(answer, at: newYear + Int64(index) * 900)
    }
    let events = try store.read { db in try Array(ProgressStore.events("ORDER BY event.id", [], db)) }
    try store.checkIntegrity()
    try store.queue.close()
    return events
  }

  @Test(arguments: reserves) func suchADatabaseIsOneLikeAnyOther(reserve: Int) throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder, reserve: reserve)
    #expect(try Int(Data(contentsOf: folder.database)[20]) == reserve)
    let store = try ProgressStore(folder: folder.url)
    #expect(try store.isWhole(events))
    let backup = folder.url.appending(path: "backup.sqlite")
    try store.backup(to: backup)
    let home = folder.url.appending(path: "home")
    for _ in 0..<2 {
      let restored = try ProgressStore.restore(from: backup, into: home, at: newYear).store
      #expect(try restored.isWhole(events))
      try restored.record(card("code", .good), at: newYear)
      try restored.checkIntegrity()
    }
  }

  /// Without its header, and without its list of tables; and with a header that says something else.
  @Test(arguments: reserves) func itIsSavedWhole(reserve: Int) throws {
    let folder = try TemporaryFolder()
    let events = try fill(folder, reserve: reserve)
    let sound = try Data(contentsOf: folder.database)
    var files = [100, 4_096].map { Data(repeating: 0xEE, count: $0) + sound.dropFirst($0) }
    files.append(Data(count: 100) + sound.dropFirst(100))
    for said in Self.reserves + [0xFF] {
      var other = sound
      other[20] = UInt8(said)
      files.append(other)
    }
    for (index, bytes) in files.enumerated() {
      try bytes.write(to: folder.database)
      let saved = folder.url.appending(path: "saved.jsonl")
      let report = try ProgressStore.recover(from: folder.database, to: saved)
      #expect(report == RecoveryReport(events: events.count, unreadable: 0), "\(index)")
      #expect(try DatabaseHeader.reserve(folder.database) == reserve, "\(index)")
    }
  }

  /// Where no page says anything, it is as in a new database.
  @Test func withoutAPageThatSaysAnythingItIsAsInANewOne() throws {
    let folder = try TemporaryFolder()
    var page = Data(count: 4_096)
    page[100] = 5
    try page.write(to: folder.database)
    try DatabaseHeader.mend(folder.database) { 12 }
    #expect(try Data(contentsOf: folder.database)[20] == 12)
    try DatabaseHeader.mend(folder.database) { 0 }
    #expect(try Data(contentsOf: folder.database)[20] == 12, "what its header says is possible")
  }

  /// POSIX drops all locks of a process on a file as soon as it closes any descriptor of it.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/locks")))
  func anotherOpeningLeavesTheLocksOfTheFirst() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try store.record(card("code", .good), at: newYear)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.database.path)
    let file = try #require(attributes[.systemFileNumber] as? NSNumber).stringValue
    func locks() throws -> Int {
      let list = String(decoding: try #require(FileManager.default.contents(atPath: "/proc/locks")), as: UTF8.self)
      return list.split(separator: "\n").count { $0.contains("POSIX") && $0.contains(":\(file) ") }
    }
    try #require(try locks() > 0, "it is in use")
    for _ in 0..<2 {
      let other = try ProgressStore(folder: folder.url)
      #expect(try other.state(of: item("code"))?.answers == 1)
      #expect(try locks() > 0)
      try other.queue.close()
      #expect(try locks() > 0)
    }
    try store.queue.close()
  }
}
