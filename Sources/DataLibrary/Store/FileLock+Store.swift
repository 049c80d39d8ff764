import Files
import Foundation

/// The locks that say to other processes that something of the store is in use.
extension FileLock {
  /// Held while a fetch runs: two at once would write into the same unfinished files.
  static func fetching(into folder: URL) throws -> FileLock {
    do {
      try PrivateFolder.make(folder)
      if let lock = try attempt(file: folder.appending(path: ".fetching")) { return lock }
    } catch {
      throw DataStoreError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    throw FetchError.alreadyFetching
  }

  /// Held while a folder is filled; `nil` where another process fills it.
  static func filling(_ folder: URL) throws(DataStoreError) -> FileLock? {
    do {
      return try attempt(folder: folder)
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
  }
}
