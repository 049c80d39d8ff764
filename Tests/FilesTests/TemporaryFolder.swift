import Foundation

/// A folder of its own for a test, removed when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "learn-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path) (\(error))") }
  }

  /// What others may do is in the last six bits.
  func mode(_ path: String) throws -> mode_t {
    var information = stat()
    guard lstat(url.appending(path: path).path, &information) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    return information.st_mode & 0o7777
  }

  func set(_ path: String, _ mode: mode_t) { chmod(url.appending(path: path).path, mode) }
}
