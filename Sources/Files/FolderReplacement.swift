import Foundation

/// The replacement of a folder by one that is whole.
package enum FolderReplacement {
  /// Puts the new folder in the place of the former one, if there is one. If that fails, the former one stands.
  ///
  /// - Parameter folder: one on the same disk.
  package static func replace(_ place: URL, by folder: URL) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: place.path) else { return try files.moveItem(at: folder, to: place) }
    let former = place.deletingLastPathComponent().appending(
      path: ".\(place.lastPathComponent).\(UUID().uuidString).former", directoryHint: .isDirectory)
    try files.moveItem(at: place, to: former)
    do {
      try files.moveItem(at: folder, to: place)
    } catch {
      try files.moveItem(at: former, to: place)
      throw error
    }
    try files.removeItem(at: former)
  }
}
