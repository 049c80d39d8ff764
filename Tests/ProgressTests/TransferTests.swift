import Foundation
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct TransferTests {
  /// A log with every kind of event, answers of its own and undos.
  func fill(_ store: ProgressStore, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for index in 0..<60 {
      let at = newYear + Int64(index) * 40_000 + Int64(random.next() % 30_000)
      var answer = card("card \(random.next() % 6)", Rating(rawValue: UInt8(random.next() % 4) + 1))
      answer.given = "“ε”, \"quoted\"\nand a second line \(index)"
      answer.mark = Double(random.next() % 1_000) / 999
      answer.confidence = index % 3 == 0 ? .fairlySure : nil
      try store.record(answer, at: at, session: "s\(index / 10)")
      if index % 9 == 0 { try store.undo(at: at + 1) }
      if index % 7 == 0 { try store.record(Position(lesson: "l\(index % 3)", section: index), at: at + 2) }
      if index % 11 == 0 { try store.hide(item("card \(index % 6)"), until: at + day, at: at + 3) }
      if index % 13 == 0 { try store.set("new cards a day", to: "\(seed)\(index)", at: at + 4) }
    }
  }

  /// Everything that can be asked of a store.
  func picture(_ store: ProgressStore) throws -> [String] {
    let times = (0..<40).map { newYear + Int64($0) * day }
    return [
      "\(try store.states(of: ["words"]).sorted { $0.key.item < $1.key.item }.map { "\($0.key.item) \($0.value)" })",
      "\(try times.map { try store.due(at: $0).map(\.item.item) })",
      "\(try store.currentLesson() ?? "-") \(try (0..<3).map { try store.position(of: "l\($0)")?.section ?? -1 })",
      "\(try store.setting("new cards a day") ?? "-")",
      "\(try store.recallCurve())",
    ]
  }

  @Test func anyFilesInAnyOrderAnyNumberOfTimesGiveTheSameState() throws {
    let folder = try TemporaryFolder()
    let files = try (0..<3).map { number in
      let store = try ProgressStore(folder: folder.url.appending(path: "source \(number)"))
      try fill(store, seed: UInt64(number) + 1)
      let file = folder.url.appending(path: "\(number).jsonl")
      try store.export(to: file)
      return file
    }
    var pictures: Set<[String]> = []
    var exports: Set<Data> = []
    for (run, order) in [[0, 1, 2], [2, 1, 0], [1, 1, 0, 2, 0], [2, 0, 1, 2, 1, 0]].enumerated() {
      let store = try ProgressStore(folder: folder.url.appending(path: "target \(run)"))
      for number in order { try store.import(from: files[number]) }
      pictures.insert(try picture(store))
      let file = folder.url.appending(path: "union \(run).jsonl")
      try store.export(to: file)
      exports.insert(try Data(contentsOf: file))
    }
    #expect(pictures.count == 1)
    #expect(exports.count == 1)
  }

  @Test func importingOnesOwnExportAddsNothing() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    try fill(store, seed: 4)
    let before = try picture(store)
    let file = folder.url.appending(path: "log.jsonl")
    let count = try store.export(to: file)
    #expect(try store.import(from: file) == ImportReport(added: 0, known: count))
    #expect(try picture(store) == before)
    #expect(try store.export(to: file) == count)
  }

  /// The lines of a file in any order: an undo may come before what it takes back.
  @Test func theOrderOfTheLinesDoesNotMatter() throws {
    let folder = try TemporaryFolder()
    let source = try ProgressStore(folder: folder.url.appending(path: "source"))
    try fill(source, seed: 5)
    let file = folder.url.appending(path: "log.jsonl")
    try source.export(to: file)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    try Data(lines.reversed().joined(separator: "\r\n\r\n").utf8).write(to: file)
    let target = try ProgressStore(folder: folder.url.appending(path: "target"))
    #expect(try target.import(from: file) == ImportReport(added: lines.count, known: 0))
    #expect(try picture(target) == picture(source))
  }

  static let line = #"{"at":1767225600,"counter":1,"device":"d","event":"setting","name":"a","v":1,"value":"b"}"#

  /// Each with the error for its line in the file of this path.
  static func faults(_ path: String) -> [(String, ProgressError)] {
    let bad = ProgressError.badLine(path: path, line: 2)
    let newer = ProgressError.newerLine(path: path, line: 2)
    return [
      ("no json", bad),
      (#"{"v":1}"#, bad),
      (line.replacing(#""v":1"#, with: #""v":3"#), newer),
      (line.replacing(#""v":1"#, with: #""v":2"#), bad),
      (line.replacing(#""v":1"#, with: #""course":"c","v":1"#), bad),
      (line.replacing(#""v":1"#, with: #""course":"","v":2"#), bad),
      (#"{"v":3,"shape":"unknown"}"#, newer),
      (line.replacing("1767225600", with: "-1"), bad),
      (line.replacing(#""counter":1"#, with: #""counter":0"#), bad),
      (line.replacing(#""counter":1"#, with: #""counter":9223372036854775807"#), bad),
      (line.replacing("setting", with: "surprise"), bad),
      (
        line.replacing(#""value":"b""#, with: #""value":"c""#),
        .contradiction(path: path, line: 2, EventID(device: "d", counter: 1))
      ),
      (
        #"{"at":1,"counter":2,"device":"d","event":"answer","exercise":"e","item":"i","kind":"k","given":"","#
          + #""mark":1.5,"seconds":1,"hints":0,"v":1}"#, bad
      ),
    ]
  }

  @Test(arguments: 0..<13) func aWrongLineIsNamedAndNothingIsImported(index: Int) throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let file = folder.url.appending(path: "log.jsonl")
    let (fault, expected) = Self.faults(file.path())[index]
    try Data("\(Self.line)\n\(fault)\n".utf8).write(to: file)
    #expect(throws: expected) { try store.import(from: file) }
    #expect(try store.setting("a") == nil)
  }

  @Test func linesAndFilesHaveALimit() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let file = folder.url.appending(path: "log.jsonl")
    let text = Self.line + "\n"
    try Data(text.utf8).write(to: file)
    let long = ProgressError.longLine(path: file.path(), line: 1, limit: Self.line.utf8.count - 1)
    #expect(throws: long) { try store.import(from: file, limits: ImportLimits(line: Self.line.utf8.count - 1)) }
    let large = ProgressError.largeFile(path: file.path(), limit: text.utf8.count - 1)
    #expect(throws: large) { try store.import(from: file, limits: ImportLimits(file: text.utf8.count - 1)) }
    #expect(try store.setting("a") == nil)
    let edge = ImportLimits(line: Self.line.utf8.count, file: text.utf8.count)
    #expect(try store.import(from: file, limits: edge) == ImportReport(added: 1, known: 0))
    // One that never ends is not read to its end.
    #expect(throws: ProgressError.self) { try store.import(from: URL(filePath: "/dev/zero")) }
  }

  /// Lines that end at, before and behind the end of what is read at once.
  @Test func linesOfAnyLengthAreRead() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "log.jsonl")
    for shift in -3...3 {
      let store = try ProgressStore(folder: folder.url.appending(path: "\(shift)"))
      let blank = Data(repeating: UInt8(ascii: "\n"), count: (1 << 20) - Self.line.utf8.count + shift)
      try (blank + Data("\(Self.line)\n \r\n\(Self.line)".utf8)).write(to: file)
      #expect(try store.import(from: file) == ImportReport(added: 1, known: 1))
      try (blank + Data("\(Self.line)\nno event\n".utf8)).write(to: file)
      #expect(throws: ProgressError.badLine(path: file.path(), line: blank.count + 2)) { try store.import(from: file) }
    }
  }

  @Test func anImportSaysHowFarItIs() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "log.jsonl")
    let lines = (1...4_000).map { Self.line.replacing(#""counter":1"#, with: #""counter":\#($0)"#) + "\n" }
    try Data(lines.joined().utf8).write(to: file)
    var shares: [Double?] = []
    try ProgressStore(folder: folder.url).import(from: file) { shares.append($0) }
    #expect(shares.count == 5 && shares.last == .some(nil))
    #expect(shares.compactMap(\.self) == shares.compactMap(\.self).sorted())
    #expect(shares[0].map { (0.24...0.26).contains($0) } == true)
  }

  /// What SQLite would cut off at a NUL is no text of an event.
  @Test func aNULIsNoTextOfAnEvent() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let file = folder.url.appending(path: "log.jsonl")
    try Data(Self.line.replacing(#""b""#, with: #""b\u0000c""#).utf8).write(to: file)
    #expect(throws: ProgressError.badLine(path: file.path(), line: 1)) { try store.import(from: file) }
    var answer = card("code", .good)
    answer.given = "a\0b"
    try store.record(answer, at: newYear)
    try store.checkIntegrity()
    try store.export(to: file)
    #expect(try store.import(from: file) == ImportReport(added: 0, known: 1))
  }

  /// Whatever part of an event is changed, its checksum tells.
  @Test func everyPartOfAnEventIsInItsChecksum() throws {
    let target = EventID(device: "e", counter: 3)
    let contents: [LogEvent.Content] = [
      .answer(
        Answer(
          item: item("x"), kind: .cards, given: "g", mark: 0.5, rating: .good, seconds: 2, hints: 1,
          confidence: .fairlySure)),
      .position(Position(lesson: "l", section: 4)), .undo(target), .hiding(item("x"), until: 9),
      .setting(name: "n", value: "v"),
    ]
    for content in contents {
      let id = EventID(device: "d", counter: 1)
      let line = EventLine(LogEvent(id: id, at: 7, session: "s", course: "c", content: content))
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.bytes)) as? [String: Any])
      for (key, value) in object where key != "v" {
        var changed = object
        switch value {
        case let text as String: changed[key] = text + "x"
        case let number as NSNumber:
          changed[key] = number.doubleValue != number.doubleValue.rounded() ? 0.25 : number == 3 ? 4 : 3
        case var target as [String: Any]:
          target["counter"] = 4
          changed[key] = target
        default: Issue.record("\(key)")
        }
        let bytes = Array(try JSONSerialization.data(withJSONObject: changed))
        #expect(try EventLine(bytes[...]).checksum != line.checksum, "\(key)")
      }
    }
    #expect(
      EventLine(LogEvent(id: target, at: 0, session: "", content: .setting(name: "ab", value: "c"))).checksum
        != EventLine(LogEvent(id: target, at: 0, session: "", content: .setting(name: "a", value: "bc"))).checksum)
  }

  @Test func filesThatCannotBeReadOrWrittenAreNamed() throws {
    let folder = try TemporaryFolder()
    let store = try ProgressStore(folder: folder.url)
    let nowhere = folder.url.appending(path: "nowhere/log.jsonl")
    let reading = try #require(throws: ProgressError.self) { try store.import(from: nowhere) }
    #expect(reading.bare == .cannotRead(path: nowhere.path(), detail: ""))
    let writing = try #require(throws: ProgressError.self) { try store.export(to: nowhere) }
    #expect(writing.bare == .cannotWrite(path: nowhere.path(), detail: ""))
  }
}
