import Course
import Foundation
import Markup
import Testing

@testable import Terminal

/// The sound course that all tests share, and the files that say how its lessons look in a terminal.
enum Fixture {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures", directoryHint: .isDirectory)

  static let course = CourseReader.read(folder.appending(path: "Sound", directoryHint: .isDirectory))

  static func expectedFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Expected").path).sorted()
  }

  /// Compares with the expected file. Where there is none it is written, and the test fails until a person has read it.
  static func compare(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: "Expected/\(name)")
    guard FileManager.default.fileExists(atPath: file.path) else {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "Expected/\(name) was not there: written now. Read it, then run again.", sourceLocation: sourceLocation)
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == wanted, "differs from Expected/\(name)", sourceLocation: sourceLocation)
  }

  static func blocks(_ markdown: String) -> [Block] { Document.parse(markdown).blocks }
}

extension Line {
  var plain: String { spans.map(\.text).joined() }
}

/// SplitMix64, so that a test is the same every time.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
