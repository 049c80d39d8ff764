import Foundation

/// A folder of its own for a test, removed when the test is over.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "learn-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path) (\(error))") }
  }

  /// A new file with this text, and the folders that lead to it.
  @discardableResult
  package func create(_ path: String, _ text: String = "") throws -> URL { try create(path, Array(text.utf8)) }

  /// A new file with these bytes, and the folders that lead to it.
  @discardableResult
  package func create(_ path: String, _ bytes: [UInt8]) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file
  }

  /// Everything in the folder, by its path.
  package func contents() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() }
}
