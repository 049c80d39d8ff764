import Files
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Says to other processes that something of the store is in use. It ends with the process.
struct StoreLock: ~Copyable {
  private let descriptor: Int32

  /// Held while a fetch runs: two at once would write into the same unfinished files.
  init(fetchingInto folder: URL) throws {
    let file = folder.appending(path: ".fetching").path
    do {
      try PrivateFolder.make(folder)
    } catch {
      throw DataStoreError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    guard let descriptor = try Self.lock(file, O_CREAT | O_RDWR) else { throw FetchError.alreadyFetching }
    self.init(descriptor: descriptor)
  }

  /// Held while a folder is filled; `nil` where another process fills it.
  init?(filling folder: URL) throws(DataStoreError) {
    guard let descriptor = try Self.lock(folder.path, O_DIRECTORY | O_RDONLY) else { return nil }
    self.init(descriptor: descriptor)
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  private static func lock(_ path: String, _ flags: Int32) throws(DataStoreError) -> Int32? {
    let opened = open(path, flags | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .cannotWrite(path: path, reason: String(cString: strerror(errno))) }
    if flock(opened, LOCK_EX | LOCK_NB) == 0 { return opened }
    close(opened)
    return nil
  }

  /// Unlocked by name: a process that is being started somewhere else may hold a copy of the descriptor for a moment.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
