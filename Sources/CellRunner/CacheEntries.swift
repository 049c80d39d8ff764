import Foundation

/// Keeps a cache small: the entries that were used longest ago go first.
package enum CacheEntries {
  /// Notes that an entry was of use. Where that cannot be noted, it is taken for one of longer ago.
  static func use(_ entry: URL) {
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: entry.path)
  }

  /// - Parameters:
  ///   - folders: those whose files and folders are the entries.
  ///   - limit: how many entries stay.
  ///   - entry: one that stays in any case.
  package static func removeOldest(in folders: [URL], keeping limit: Int, and entry: URL) {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    // What cannot be looked at, or goes away meanwhile, is nothing to tidy.
    let entries = folders.flatMap {
      (try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: Array(keys))) ?? []
    }
    guard entries.count > limit else { return }
    let dated = entries.filter { $0.path != entry.path }.map { entry in
      (entry, (try? entry.resourceValues(forKeys: keys).contentModificationDate) ?? .distantPast)
    }
    // What stays behind costs space, not correctness.
    for (entry, _) in dated.sorted(by: { $0.1 < $1.1 }).prefix(entries.count - limit) {
      try? FileManager.default.removeItem(at: entry)
    }
  }

  /// The folders in a folder.
  package static func folders(in folder: URL) -> [URL] {
    let items = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return items.filter(\.hasDirectoryPath)
  }
}
