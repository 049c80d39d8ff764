import Files
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One at a time makes what takes long; the others, in this process or another, wait and find it made.
///
/// The lock goes with this object, or with the process.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits until nobody else has the file.
  /// - Throws: `CellError.cannotWrite`; `.interrupted` where the task is cancelled while it waits.
  init(_ file: URL) async throws {
    do {
      try PrivateFolder.make(file.deletingLastPathComponent())
    } catch {
      throw CellError.cannotWrite(path: file.path, reason: error.localizedDescription)
    }
    descriptor = open(file.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CellError.cannotWrite(path: file.path, reason: String(cString: strerror(errno)))
    }
    // Where the file system knows no locks the work is done twice, and nothing worse.
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0, [EWOULDBLOCK, EINTR].contains(errno) {
      do {
        try await Task.sleep(for: .milliseconds(50))
      } catch {
        throw CellError.interrupted
      }
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
