import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
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
    return try (0..<count).map { try store.record(card("code", .good), at: time + Int64($0)).id }
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

  static let end: Int64 = 1 << 53

  /// A number that no event can have is no number, wherever in the file it stands.
  @Test(arguments: [end + 1, .max]) func aNumberThatNoEventHasIsNotBelieved(number: Int64) throws {
    for place in 0..<7 {
      let folder = try TemporaryFolder()
      let first = try record(2, in: folder.url, from: newYear)
      var numbers = [Int64](repeating: 2, count: 6)
      // The last round: two sums that are too large only together.
      for index in place < 6 ? [place] : [4, 5] { numbers[index] = number }
      let line = ([first[0].device] + numbers.map(String.init) + ["-"]).joined(separator: " ")
      let counters = CounterFile(folder: folder.url)
      try Data("\(line)\n".utf8).write(to: URL(filePath: counters.path))
      #expect(try counters.entry() == nil, "\(place)")
      let report = try ProgressStore.recover(
        from: folder.database, to: folder.url.appending(path: "saved.jsonl"))
      #expect(report == RecoveryReport(events: 2, unreadable: 0))
      #expect(try record(1, in: folder.url, from: newYear + day) == [EventID(device: first[0].device, counter: 3)])
    }
  }

  /// Behind the last number that there is, a store begins anew under another name.
  @Test(arguments: [end - 1, end], [true, false]) func behindTheLastNumberAnotherNameBegins(
    number: Int64, isImported: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let first = try record(2, in: folder.url, from: newYear)
    let store = try ProgressStore(folder: folder.url)
    if isImported {
      let file = folder.url.appending(path: "log.jsonl")
      let line = TransferTests.line.replacing(#""counter":1"#, with: #""counter":\#(number)"#)
        .replacing(#""device":"d""#, with: #""device":"\#(first[0].device)""#)
      try Data(line.utf8).write(to: file)
      #expect(try store.import(from: file) == ImportReport(added: 1, known: 0))
    } else {
      try store.counters?.note(EventID(device: first[0].device, counter: number))
    }
    // Both of an open store and of one that is opened then.
    let ids = try [store, ProgressStore(folder: folder.url)].flatMap { store in
      try store.record([.answer(card("a", .good)), .answer(card("b", .good))], at: newYear + day).map(\.id)
    }
    #expect(ids.map(\.counter) == [1, 2, 3, 4])
    #expect(Set(ids.map(\.device)).count == 1 && ids[0].device != first[0].device)
    try store.checkIntegrity()
    let log = folder.url.appending(path: "all.jsonl")
    let count = try store.export(to: log)
    let elsewhere = try ProgressStore(folder: folder.url.appending(path: "elsewhere"))
    #expect(try elsewhere.import(from: log).added == count)
    let again = try ProgressStore(folder: folder.url)
    #expect(try again.lost == nil && again.device() == ids[0].device)
    #expect(try again.counters?.entry()?.confirmed?.events == 4)
  }

  /// A new name in the midst of what is recorded at once.
  @Test func aNameMayEndWithinATransaction() throws {
    let folder = try TemporaryFolder()
    let first = try record(1, in: folder.url, from: newYear)
    let store = try ProgressStore(folder: folder.url)
    try store.counters?.note(EventID(device: first[0].device, counter: Self.end - 3))
    let answers = (0..<4).map { card("card \($0)", .good) }
    let ids = try store.record(answers.map { .answer($0) }, at: newYear + day).map(\.id)
    #expect(ids.map(\.counter) == [Self.end - 2, Self.end - 1, 1, 2])
    #expect(try store.counters?.entry()?.confirmed?.answers == 2)
    #expect(try ProgressStore(folder: folder.url).lost == nil)
    try store.checkIntegrity()
  }
}
