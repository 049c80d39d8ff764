import Course
import Files
import Foundation
import Practice
import Progress

/// A note with one card, and the ids that Anki knows it by.
struct AnkiNote {
  var item: ItemID
  var fields: [String]
  var tags: [String]
  var lesson: Lesson
  /// The id that tells notes apart, on whatever machine they are imported.
  var guid: String
  /// The id of the note and of its card: a time in milliseconds, as Anki has it, that no other note of the course gets.
  var id: Int64

  init(_ card: Flashcard, lesson: Lesson, exercise: Exercise, namespace: String?) {
    item = card.item
    let source = "\(item.exercise)/\(item.item)"
    fields = [card.front, card.back, source]
    tags = ["learn", "learn::\(lesson.id)", "learn::\(exercise.kind.rawValue)"]
    self.lesson = lesson
    let hash = StableID.hash((namespace.map { "\($0)/" } ?? "") + "\(lesson.id)/\(source)")
    guid = String(hash, radix: 36)
    id = StableID.milliseconds(hash)
  }

  /// Anki finds notes with the same first field by it.
  var checksum: Int64 {
    let words = fields[0].replacing(/<[^>]*>/, with: "")
    return SHA1(of: words).digest.prefix(4).reduce(0) { $0 << 8 | Int64($1) }
  }
}

/// Numbers that are drawn from names, so that they are the same in every export.
enum StableID {
  static func hash(_ name: String) -> UInt64 {
    SHA256(of: name).digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A time between 2001 and 2017: Anki takes its ids for times, and shows them.
  static func milliseconds(_ hash: UInt64) -> Int64 { 1_000_000_000_000 + Int64(hash % 500_000_000_000) }
}

/// Objects as JSON text with sorted keys: the same values give the same bytes.
enum JSONText {
  static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static func text(_ value: some Encodable) throws -> String { String(decoding: try data(value), as: UTF8.self) }
}
