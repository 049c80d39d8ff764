import Foundation
import Testing

/// Reference data beside the project's root folder; tests that need them are skipped where they are absent.
enum SharedFiles {
  static let folder: URL? = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
        let shared = folder.deletingLastPathComponent().appendingPathComponent("shared")
        return FileManager.default.fileExists(atPath: shared.path) ? shared : nil
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  static let areThere = folder != nil

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: #require(folder).appendingPathComponent(path))
  }

  /// The contents of a gzipped file, inflated by the system's own command.
  static func inflated(_ path: String) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", try #require(folder).appendingPathComponent(path).path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data
  }
}
