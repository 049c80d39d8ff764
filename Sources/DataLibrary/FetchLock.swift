import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Held while a fetch runs: two at once would write into the same unfinished files. It ends with the process.
struct FetchLock: ~Copyable {
  private let descriptor: Int32

  init(in folder: URL) throws {
    let file = folder.appending(path: ".fetching").path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw DataStoreError.cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    let opened = open(file, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw DataStoreError.cannotWrite(path: file, reason: String(cString: strerror(errno)))
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw FetchError.alreadyFetching
    }
    self.init(descriptor: opened)
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Unlocked by name: a process that is being started somewhere else may hold a copy of the descriptor for a moment.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
