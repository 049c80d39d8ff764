import Foundation
import GRDB
import Practice
import TestSupport
import Testing

@testable import Progress

/// The first 100 bytes of the database, each changed in several ways.
@Suite struct HeaderTests {
  private static let sound = Result { try SoundStore(answers: 12) }

  @Test(arguments: 0..<100) func aDamagedByteIsToldAndCostsNoEvent(place: Int) throws {
    let sound = try Self.sound.get()
    for value in Set([0, 0xFF, sound.bytes[place] ^ 1]) where value != sound.bytes[place] {
      let folder = try TemporaryFolder()
      var bytes = sound.bytes
      bytes[place] = value
      try bytes.write(to: folder.database)
      let path = folder.database.path(percentEncoded: false)
      let damaged = ProgressError.damaged(path: path, detail: "")

      let file = folder.url.appending(path: "saved.jsonl")
      let report = try ProgressStore.recover(from: folder.database, to: file)
      #expect(report.events == sound.events.count && report.unreadable == 0, "\(place), \(value): \(report)")
      #expect(try Data(contentsOf: folder.database) == bytes)
      // As a backup.
      do throws(ProgressError) {
        let home = folder.url.appending(path: "home")
        #expect(try ProgressStore.restore(from: folder.database, into: home, at: newYear).store.isWhole(sound.events))
      } catch {
        #expect(error.bare == damaged, "\(place), \(value): \(error)")
      }
      let copy = folder.url.appending(path: "copy.sqlite")
      do throws(ProgressError) {
        let store = try ProgressStore(folder: folder.url)
        #expect(try store.isWhole(sound.events), "\(place), \(value)")
        try store.backup(to: copy)
        let other = folder.url.appending(path: "other")
        #expect(try ProgressStore.restore(from: copy, into: other, at: newYear).store.isWhole(sound.events))
      } catch {
        #expect(error.bare == damaged, "\(place), \(value): \(error)")
      }
    }
  }

  /// Where nothing is left of the header, and where a file is another program's.
  @Test func otherHeadersAreNotTakenForDamagedOnes() throws {
    let sound = try SoundStore(answers: 12)
    let folder = try TemporaryFolder()
    try (Data(count: 100) + sound.bytes.dropFirst(100)).write(to: folder.database)
    let error = try #require(throws: ProgressError.self) { try ProgressStore(folder: folder.url) }
    #expect(error.bare == .damaged(path: folder.database.path(percentEncoded: false), detail: ""))
  }
}

extension ProgressStore {
  func isWhole(_ events: [LogEvent]) throws(ProgressError) -> Bool {
    try read { db in try Array(Self.events("ORDER BY event.id", [], db)) } == events
  }
}
