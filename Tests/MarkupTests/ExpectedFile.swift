import Foundation
import Testing

/// Files that say what a text becomes. They stand in `Expected`, named after the text in `Inputs`.
enum ExpectedFile {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let inputs = names(in: "Inputs")
  static let expected = names(in: "Expected")

  static func input(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "Inputs/\(name)"), encoding: .utf8)
  }

  /// Compares with the expected file. Where there is none it is written, and the test fails until a person has read it.
  static func compare(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appending(path: "Expected/\(name)")
    guard FileManager.default.fileExists(atPath: file.path) else {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "Expected/\(name) was not there: written now. Read it, then run again.", sourceLocation: sourceLocation)
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == wanted, "differs from Expected/\(name)", sourceLocation: sourceLocation)
  }

  private static func names(in subfolder: String) -> [String] {
    let path = folder.appending(path: subfolder).path
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      preconditionFailure("\(path): \(error)")
    }
  }
}
