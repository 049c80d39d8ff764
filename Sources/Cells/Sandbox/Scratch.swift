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

  /// Removes the folder. What cannot be removed, the system removes with its other temporary files.
  func remove() {
    // A folder that its owner may not look into cannot be emptied. Links are not followed.
    let items = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    while let item = items?.nextObject() as? URL {
      if (try? item.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: item.path)
      }
    }
    try? FileManager.default.removeItem(at: folder)
  }
}
