import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Files that came to harm: what is confirmed all the same holds.
@Suite struct DamageTests {
  /// What a damaged store may say for itself.
  func isTold(_ error: ProgressError, of store: URL) -> Bool {
    let path = store.appending(path: ProgressStore.fileName).path(percentEncoded: false)
    return error.bare == .damaged(path: path, detail: "") || error == .foreign(path: path)
  }

  @Test func aConfirmedBackupIsOneThatRestoreTakes() throws {
    let sound = try SoundStore()
    let elsewhere = try TemporaryFolder()
    var confirmed = 0
    try Damage.each(of: sound.bytes, seed: 10) { round, folder in
      let copy = elsewhere.url.appending(path: "backup \(round).sqlite")
      do throws(ProgressError) {
        try ProgressStore(folder: folder).backup(to: copy)
      } catch {
        #expect(isTold(error, of: folder), "\(round): \(error)")
        #expect(!FileManager.default.fileExists(atPath: copy.path(percentEncoded: false)))
        return
      }
      confirmed += 1
      let home = elsewhere.url.appending(path: "home \(round)")
      let restored = try ProgressStore.restore(from: copy, into: home, at: newYear).store
      let events = try restored.read { db in try Array(ProgressStore.events("ORDER BY event.id", [], db)) }
      #expect(events == sound.events, "\(round)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: elsewhere.url.path).allSatisfy { !$0.hasPrefix(".") })
    print("\(confirmed) of \(Damage.count) damaged stores had a backup confirmed")
  }

  @Test func whatIsSavedIsImportedWhole() throws {
    let sound = try SoundStore()
    let log = Dictionary(uniqueKeysWithValues: sound.events.map { ($0.id, $0) })
    let elsewhere = try TemporaryFolder()
    var saved = 0
    var recovered = 0
    try Damage.each(of: sound.bytes, seed: 11) { round, folder in
      let file = elsewhere.url.appending(path: "saved \(round).jsonl")
      let report: RecoveryReport
      do throws(ProgressError) {
        report = try ProgressStore.recover(from: folder.appending(path: ProgressStore.fileName), to: file)
      } catch {
        #expect(isTold(error, of: folder), "\(round): \(error)")
        return
      }
      recovered += 1
      saved += report.events
      let fresh = try ProgressStore(folder: elsewhere.url.appending(path: "fresh \(round)"))
      #expect(try fresh.import(from: file) == ImportReport(added: report.events, known: 0), "\(round)")
      // Nothing is among it that was never recorded.
      let events = try fresh.read { db in try Array(ProgressStore.events("", [], db)) }
      #expect(events.allSatisfy { log[$0.id] == $0 }, "\(round)")
      let whole = elsewhere.url.appending(path: "whole \(round)")
      try FileManager.default.createDirectory(at: whole, withIntermediateDirectories: true)
      try sound.bytes.write(to: whole.appending(path: ProgressStore.fileName))
      let merged = try ProgressStore(folder: whole).import(from: file)
      #expect(merged == ImportReport(added: 0, known: report.events), "\(round)")
    }
    print(
      "of \(recovered) damaged stores \(saved * 100 / max(1, recovered * sound.events.count)) % of the events were saved"
    )
    #expect(saved * 100 > recovered * sound.events.count * 75)
  }

  /// A log of before there were checksums cannot tell an event that was changed from one that was not.
  @Test func whatIsSavedOfAnOldLogIsImportedWhole() throws {
    let bytes = try SoundStore(answers: 200).ofFirstVersion()
    let elsewhere = try TemporaryFolder()
    try Damage.each(of: bytes, seed: 12) { round, folder in
      let file = elsewhere.url.appending(path: "saved \(round).jsonl")
      let report: RecoveryReport
      do throws(ProgressError) {
        report = try ProgressStore.recover(from: folder.appending(path: ProgressStore.fileName), to: file)
      } catch {
        return #expect(isTold(error, of: folder), "\(round): \(error)")
      }
      let fresh = try ProgressStore(folder: elsewhere.url.appending(path: "fresh \(round)"))
      #expect(try fresh.import(from: file) == ImportReport(added: report.events, known: 0), "\(round)")
      let whole = elsewhere.url.appending(path: "whole \(round)")
      try FileManager.default.createDirectory(at: whole, withIntermediateDirectories: true)
      try bytes.write(to: whole.appending(path: ProgressStore.fileName))
      let store = try ProgressStore(folder: whole)
      let merged = try store.import(from: file)
      #expect(merged.added + merged.known + merged.differing == report.events, "\(round)")
      // The other way round, too: what was saved is here, and the whole log comes after it.
      let all = elsewhere.url.appending(path: "all \(round).jsonl")
      try store.export(to: all)
      try fresh.import(from: all)
    }
  }

  /// An event that is no longer what was recorded is not passed on.
  @Test func aChangedEventIsNotExported() throws {
    let sound = try SoundStore(answers: 60)
    let folder = try TemporaryFolder()
    var bytes = sound.bytes
    let place = try #require(bytes.range(of: Data("answer 17".utf8)))
    bytes.replaceSubrange(place, with: Data("answer 71".utf8))
    try bytes.write(to: folder.database)
    let store = try ProgressStore(folder: folder.url)
    let file = folder.url.appending(path: "log.jsonl")
    let error = try #require(throws: ProgressError.self) { try store.export(to: file) }
    #expect(error.bare == .damaged(path: folder.database.path(), detail: ""))
    #expect(throws: ProgressError.self) { try store.checkIntegrity() }
    let report = try ProgressStore.recover(from: folder.database, to: file)
    #expect(report == RecoveryReport(events: sound.events.count - 1, unreadable: 1))
  }

  /// One name stands for all events of a device, and for all answers to an item.
  @Test(arguments: [0, 1]) func aDamagedNameCostsNoEvent(which: Int) throws {
    let sound = try SoundStore(answers: 60)
    let name = which == 0 ? Data(sound.events[30].id.device.utf8) : Data("wordscard 7".utf8)
    var places: [Range<Data.Index>] = []
    var start = sound.bytes.startIndex
    while let place = sound.bytes.range(of: name, in: start..<sound.bytes.endIndex) {
      places.append(place)
      start = place.upperBound
    }
    // In the table, and in its index.
    #expect(places.count == 2)
    for place in places {
      let folder = try TemporaryFolder()
      var bytes = sound.bytes
      bytes[place.lowerBound + 6] ^= 1
      try bytes.write(to: folder.database)
      let report = try ProgressStore.recover(
        from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
      #expect(report == RecoveryReport(events: sound.events.count, unreadable: 0))
    }
  }

  /// Two rows that say they are the same event: the one that can prove it is saved.
  @Test func ofTwoRowsWithOneNumberOneIsSaved() throws {
    let sound = try SoundStore(answers: 60)
    let folder = try TemporaryFolder()
    try sound.bytes.write(to: folder.database)
    let queue = try DatabaseQueue(path: folder.database.path(percentEncoded: false))
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TRIGGER event_no_update; PRAGMA writable_schema = 1;
          UPDATE sqlite_master SET sql = replace(sql, 'UNIQUE (deviceId, counter)', 'CHECK (1)        ')
            WHERE name = 'event';
          DELETE FROM sqlite_master WHERE name = 'sqlite_autoindex_event_1'; PRAGMA writable_schema = RESET;
          UPDATE event SET counter = (SELECT counter FROM event WHERE id = 40) WHERE id = 41
          """)
    }
    try queue.close()
    let file = folder.url.appending(path: "saved.jsonl")
    let report = try ProgressStore.recover(from: folder.database, to: file)
    #expect(report == RecoveryReport(events: sound.events.count - 1, unreadable: 1))
    let fresh = try ProgressStore(folder: folder.url.appending(path: "fresh"))
    #expect(try fresh.import(from: file).added == report.events)
  }
}
