import Foundation
import TestSupport

extension TemporaryFolder {
  /// Where a test keeps its data sets.
  var data: URL { url.appending(path: "data") }

  /// All that is in the data folder, hidden entries too.
  func entries(_ folder: String = "") throws -> [String] {
    let place = data.appending(path: folder)
    return FileManager.default.fileExists(atPath: place.path)
      ? try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() : []
  }
}
