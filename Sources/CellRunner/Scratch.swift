import Foundation

/// A new folder for one run, of which nothing stays.
struct Scratch {
  let folder: URL

  init() throws(CellError) {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "learn-cell-\(UUID().uuidString)", directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
  }

  /// What cannot be removed, the system removes with its other temporary files.
  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}
