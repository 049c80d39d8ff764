import DataLibrary
import Foundation

/// A folder of its own for a test, removed when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "learn-data-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path()) (\(error))") }
  }

  /// Where a test keeps its data sets.
  var data: URL { url.appending(path: "data") }

  func write(_ name: String, _ bytes: [UInt8]) throws -> URL {
    let file = url.appending(path: name)
    try Data(bytes).write(to: file)
    return file
  }

  /// All that is in the data folder, hidden entries too.
  func entries(_ folder: String = "") throws -> [String] {
    let place = data.appending(path: folder)
    return FileManager.default.fileExists(atPath: place.path)
      ? try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() : []
  }
}
