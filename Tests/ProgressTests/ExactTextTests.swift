import Foundation
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Names that look alike and are not the same bytes: Swift takes them for one, the log has two.
@Suite struct ExactTextTests {
  static let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A line of an answer.
  func line(
    _ counter: Int, device: String = "d", course: String? = nil, exercise: String = "words", item: String = "code",
    given: String = "g", session: String = ""
  ) throws -> String {
    let answer = Answer(
      item: ItemID(exercise: exercise, item: item), kind: .cards, given: given, mark: 1, rating: .good, seconds: 2)
    let event = LogEvent(
      id: EventID(device: device, counter: Int64(counter)), at: newYear + Int64(counter) * day, session: session,
      course: course, content: .answer(answer))
    return String(decoding: EventLine(event).bytes, as: UTF8.self)
  }

  func file(_ lines: [String], _ name: String = "log.jsonl") throws -> URL {
    let file = folder.url.appending(path: name)
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: file)
    return file
  }

  func open(_ course: String = "") throws -> ProgressStore {
    try ProgressStore(folder: folder.url.appending(path: "home"), course: course)
  }

  /// Whatever name it is, the two are told apart, and the log stays whole.
  @Test(arguments: ["item", "exercise", "device", "course"]) func namesThatLookAlikeAreTwo(which: String) throws {
    let names = [Self.composed, Self.decomposed, Self.composed]
    let lines = try names.enumerated().map { index, name in
      switch which {
      case "item": try line(index + 1, item: name)
      case "exercise": try line(index + 1, exercise: name)
      case "device": try line(index + 1, device: name)
      default: try line(index + 1, course: name)
      }
    }
    let log = try file(lines)
    let store = try open()
    #expect(try store.import(from: log) == ImportReport(added: 3, known: 0))
    try store.checkIntegrity()
    let copy = folder.url.appending(path: "copy.jsonl")
    #expect(try store.export(to: copy) == 3)
    #expect(try store.import(from: copy) == ImportReport(added: 0, known: 3))
    let counts: [Int?] = try [Self.composed, Self.decomposed].map { name in
      switch which {
      case "item": try store.state(of: item(name))?.answers
      case "exercise": try store.state(of: ItemID(exercise: name, item: "code"))?.answers
      case "device": try store.read { db in try Int(ProgressStore.confirmedEvents(of: name, db).answers) }
      default: try open(name).state(of: item("code"))?.answers
      }
    }
    #expect(counts == [2, 1])
    // What was computed step by step is what is computed anew.
    let states = try [Self.composed, Self.decomposed].map { try open($0).states(of: ["words"]) }
    _ = try ProgressStore(
      folder: folder.url.appending(path: "home"), scheduler: Scheduler(desiredRetention: 0.8))
    #expect(try [Self.composed, Self.decomposed].map { try open($0).states(of: ["words"]) } == states)
  }

  /// Two events with one number that look alike are two all the same.
  @Test(arguments: ["given", "session", "item"]) func anEventThatLooksAlikeIsAnother(which: String) throws {
    func line(_ text: String) throws -> String {
      switch which {
      case "given": try self.line(1, given: text)
      case "session": try self.line(1, session: text)
      default: try self.line(1, item: text)
      }
    }
    let store = try open()
    let (log, other) = (try file([line(Self.composed)]), try file([line(Self.decomposed)], "other.jsonl"))
    try store.import(from: log)
    #expect(try store.import(from: log) == ImportReport(added: 0, known: 1))
    #expect(
      throws: ProgressError.contradiction(
        path: other.path(percentEncoded: false), line: 1, EventID(device: "d", counter: 1))
    ) { try store.import(from: other) }
  }

  @Test func idsAreComparedByTheirBytes() {
    let ids = [Self.composed, Self.decomposed].map { EventID(device: $0, counter: 1) }
    let items = [Self.composed, Self.decomposed].map { item($0) }
    let links = [Self.composed, Self.decomposed].map { Inheritance.Link(course: $0, origin: "") }
    #expect(Set(ids).count == 2 && Set(items).count == 2 && Set(links).count == 2)
    // In the order of the log.
    #expect(ids.sorted() == ids.reversed() && items.sorted() == items.reversed())
    #expect(Inheritance(former: [Self.composed: [Self.decomposed]]).links.count == 1)
  }

  /// Two sittings at once are told apart by their names.
  @Test func sessionsThatLookAlikeAreTwo() throws {
    let lines = try [
      line(1, item: "a", session: Self.composed), line(2, item: "a", session: Self.decomposed),
      line(3, item: "", session: Self.composed),
    ]
    let store = try open()
    try store.import(from: file(lines))
    #expect(try store.recentAttempts().map { $0.events.map(\.id.counter) } == [[3, 1], [2]])
  }
}
