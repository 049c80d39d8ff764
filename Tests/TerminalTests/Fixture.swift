import Course
import Foundation
import Markup
import TestSupport
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
