import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Links in the places of files: what is theirs is read, and nothing is written through them that was to be left alone.
@Suite struct LinkTests {
  let folder: TemporaryFolder
  /// Elsewhere than the store itself.
  let link: URL

  init() throws {
    folder = try TemporaryFolder()
    let elsewhere = folder.url.appending(path: "elsewhere")
    try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
    link = elsewhere.appending(path: "link.sqlite")
    // Relative to the folder of the link, as most links are.
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: "../home/\(ProgressStore.fileName)")
  }

  var home: URL { folder.url.appending(path: "home") }
  var database: URL { home.appending(path: ProgressStore.fileName) }

  /// A damaged file is left as it is, however it is named.
  @Test(arguments: [0..<100, 0..<4_096]) func recoveryLeavesWhatALinkLeadsToAsItIs(damage: Range<Int>) throws {
    let store = try ProgressStore(folder: home)
    for index in 0..<30 { try store.record(card("card \(index)", .good), at: newYear + Int64(index)) }
    try store.queue.close()
    var bytes = try Data(contentsOf: database)
    bytes.replaceSubrange(damage, with: Data(repeating: 0xEE, count: damage.count))
    if damage.count == 100 { bytes.replaceSubrange(damage, with: Data(count: 100)) }
    try bytes.write(to: database)
    let saved = folder.url.appending(path: "saved.jsonl")
    let report = try ProgressStore.recover(from: link, to: saved)
    #expect(report.events == 30)
    #expect(try Data(contentsOf: database) == bytes)
  }

  /// What is in the write-ahead log yet lies beside the file, not beside the link.
  @Test func theWriteAheadLogBelongsToTheFile() throws {
    let store = try ProgressStore(folder: home)
    try store.record(card("code", .good), at: newYear)
    let wal = database.path + "-wal"
    let size = try FileManager.default.attributesOfItem(atPath: wal)[.size] as? NSNumber
    #expect(try #require(size?.intValue) > 0)
    let saved = folder.url.appending(path: "saved.jsonl")
    #expect(try ProgressStore.recover(from: link, to: saved).events == 1)
    let other = folder.url.appending(path: "other")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: other.appending(path: ProgressStore.fileName), withDestinationURL: link)
    let copy = try ProgressStore(copying: other, temporary: folder.url)
    #expect(try copy.state(of: item("code"))?.answers == 1)
    // What is written to the copy is lost.
    try copy.write { db in try db.execute(sql: "DELETE FROM itemState") }
    try copy.queue.close()
    #expect(try store.state(of: item("code"))?.answers == 1)
    #expect(try store.device() == ProgressStore(folder: home).device())
  }

  /// A new database is for the learner's eyes alone, wherever a link has it made.
  @Test func whatALinkLeadsToIsMadePrivate() throws {
    let other = folder.url.appending(path: "other")
    for name in [other, home] { try FileManager.default.createDirectory(at: name, withIntermediateDirectories: true) }
    try FileManager.default.createSymbolicLink(
      at: other.appending(path: ProgressStore.fileName), withDestinationURL: link)
    try ProgressStore(folder: other).record(card("code", .good), at: newYear)
    let mode = try FileManager.default.attributesOfItem(atPath: database.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(try ProgressStore(folder: home).state(of: item("code"))?.answers == 1)
  }

  /// A file of the learner's own beside what is written is theirs, whatever it is called.
  @Test(arguments: [true, false]) func nothingBesideWhatIsWrittenIsTouched(isLink: Bool) throws {
    let store = try ProgressStore(folder: home)
    try store.record(card("code", .good), at: newYear)
    let notes = folder.url.appending(path: "notes.txt")
    let targets = ["log.jsonl", "backup.sqlite"].map { folder.url.appending(path: $0) }
    for partial in targets.map({ $0.appendingPathExtension("partial") }) {
      try Data("mine".utf8).write(to: isLink ? notes : partial)
      if isLink { try FileManager.default.createSymbolicLink(at: partial, withDestinationURL: notes) }
    }
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
    try store.export(to: targets[0])
    try store.backup(to: targets[1])
    for target in targets {
      #expect(try String(contentsOf: target.appendingPathExtension("partial"), encoding: .utf8) == "mine")
    }
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
        == names.union(targets.map(\.lastPathComponent)))
  }
}
