import Foundation

/// The entries of a cache, which is kept small: those that were used longest ago go first.
package enum CacheEntries {
  /// Notes that an entry was of use. Where that cannot be noted, it is taken for one of longer ago.
  static func use(_ entry: URL) {
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: entry.path)
  }

  /// - Parameters:
  ///   - entries: the files or folders that there are.
  ///   - limit: how many of them stay.
  ///   - entry: one that stays in any case.
  package static func removeOldest(of entries: [URL], keeping limit: Int, and entry: URL) {
    guard entries.count > limit else { return }
    // What cannot be looked at, or goes away meanwhile, is nothing to keep.
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let dated = entries.filter { $0.path != entry.path }.map { entry in
      (entry, (try? entry.resourceValues(forKeys: keys).contentModificationDate) ?? .distantPast)
    }
    // What stays behind costs space, not correctness.
    for (entry, _) in dated.sorted(by: { $0.1 < $1.1 }).prefix(entries.count - limit) {
      try? FileManager.default.removeItem(at: entry)
    }
  }

  /// The files in a folder and in those below it that are to be taken.
  package static func files(below folder: URL, where isTaken: (URL) -> Bool) -> [URL] {
    let items = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var files: [URL] = []
    while let item = items?.nextObject() as? URL {
      if !item.hasDirectoryPath, isTaken(item) { files.append(item) }
    }
    return files
  }
}
