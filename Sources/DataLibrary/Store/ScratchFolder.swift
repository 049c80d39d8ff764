import Files
import Foundation

/// A folder beside the sets for files that are looked at: it becomes a set, or goes.
final class ScratchFolder {
  private static let prefix = ".new-"

  let url: URL
  /// The lock that tells other processes that the folder is not forgotten.
  private let lock: FileLock?

  /// - Parameter folder: the one of all sets.
  init(in folder: URL) throws(DataStoreError) {
    try Self.sweep(folder)
    let url = folder.appending(path: Self.prefix + UUID().uuidString, directoryHint: .isDirectory)
    do {
      try PrivateFolder.make(url)
    } catch {
      throw .cannotWrite(path: url.path, reason: error.localizedDescription)
    }
    self.url = url
    lock = try FileLock.filling(url)
  }

  /// Takes away what commands left that were killed.
  private static func sweep(_ folder: URL) throws(DataStoreError) {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw .cannotRead(path: folder.path, reason: error.localizedDescription)
    }
    for name in names where name.hasPrefix(prefix) {
      let left = folder.appending(path: name, directoryHint: .isDirectory)
      guard let lock = try FileLock.filling(left) else { continue }
      try DataStore.removeFile(left)
      extendLifetime(lock)
    }
  }

  func remove() throws(DataStoreError) { try DataStore.removeFile(url) }
}
