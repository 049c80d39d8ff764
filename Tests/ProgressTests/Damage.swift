import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport

@testable import Progress

/// Ways in which a file comes to harm.
enum Damage: CaseIterable {
  case flippedBit, changedBytes, emptiedPage, cutShort, strayPage

  func apply(to bytes: Data, _ random: inout SeededGenerator) -> Data {
    var bytes = bytes
    func place(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }
    let pages = bytes.count / 4_096
    switch self {
    case .flippedBit:
      bytes[place(bytes.count)] ^= 1 << UInt8(place(8))
    case .changedBytes:
      for _ in 0..<(1 + place(40)) { bytes[place(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
    case .emptiedPage:
      let page = place(pages)
      bytes.replaceSubrange(page * 4_096..<(page + 1) * 4_096, with: Data(count: 4_096))
    case .cutShort:
      bytes = bytes.prefix(bytes.count - place(bytes.count / 2))
    case .strayPage:
      let (from, to) = (place(pages), place(pages))
      bytes.replaceSubrange(to * 4_096..<(to + 1) * 4_096, with: bytes[from * 4_096..<(from + 1) * 4_096])
    }
    return bytes
  }

  /// `LEARN_DAMAGES=400 swift test --filter ProgressTests` for the full number.
  static let count = ProcessInfo.processInfo.environment["LEARN_DAMAGES"].flatMap { Int($0) } ?? 40

  /// Damaged stores, each in a folder of its own: the same ones every time.
  static func each(of sound: Data, seed: UInt64, _ body: (Int, URL) throws -> Void) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<count {
      let folder = try TemporaryFolder()
      try Damage.allCases[round % Damage.allCases.count].apply(to: sound, &random).write(to: folder.database)
      try body(round, folder.url)
      withExtendedLifetime(folder) {}
    }
  }
}

/// A log with every kind of event, of two devices, and its file.
struct SoundStore: Sendable {
  let folder: TemporaryFolder
  let bytes: Data
  let events: [LogEvent]

  init(answers: Int = 400) throws {
    folder = try TemporaryFolder()
    let file = folder.url.appending(path: "elsewhere.jsonl")
    let elsewhere = try ProgressStore(folder: folder.url.appending(path: "elsewhere"))
    for index in 0..<20 { try elsewhere.record(card("card \(index)", .good), at: newYear - Int64(index)) }
    try elsewhere.export(to: file)
    let store = try ProgressStore(folder: folder.url)
    try store.import(from: file)
    for index in 0..<answers {
      var answer = card("card \(index % 30)", index % 5 == 0 ? .again : .good)
      answer.given = index % 40 == 0 ? String(repeating: "long words ", count: 700) : "answer \(index)"
      try store.record(answer, at: newYear + Int64(index) * 900, session: "s\(index / 10)")
      if index % 50 == 0 { try store.undo(at: newYear + Int64(index) * 900 + 1) }
      if index % 20 == 0 { try store.record(Position(lesson: "l", section: index), at: newYear + Int64(index) * 900) }
    }
    try store.hide(item("card 3"), until: LogEvent.forGood, at: newYear)
    try store.set("new-cards", to: "7", at: newYear)
    events = try store.read { db in try Array(ProgressStore.events("ORDER BY event.id", [], db)) }
    try store.queue.close()
    bytes = try Data(contentsOf: folder.database)
  }

  /// The same log as the first version kept it.
  func ofFirstVersion() throws -> Data {
    let old = try TemporaryFolder()
    let queue = try DatabaseQueue(path: old.database.path(percentEncoded: false))
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS new", arguments: [folder.database.path(percentEncoded: false)])
      for table in ["device", "item", "event", "answer", "position", "undo", "hiding", "setting"] {
        let columns = try db.columns(in: table).map(\.name).joined(separator: ", ")
        try db.execute(sql: "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM new.\(table)")
      }
      try db.execute(sql: "INSERT INTO store VALUES (1, 1, '', '')")
    }
    try queue.close()
    return try Data(contentsOf: old.database)
  }
}
