import Foundation

/// A lock on a file or folder that one has at a time, in this process or another. It goes with this object, or with the
/// process.
///
/// Where the file system knows no locks, everybody has it.
package final class FileLock: Sendable {
  private let descriptor: Int32

  private init(_ item: URL, isFolder: Bool) throws {
    let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT
    descriptor = open(item.path(percentEncoded: false), flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError.last }
  }

  /// Takes the lock on a file, which is made where it is not there; `nil` where somebody else has it.
  ///
  /// - Throws: `POSIXError`.
  package static func attempt(file: URL) throws -> FileLock? { try FileLock(file, isFolder: false).ifFree() }

  /// Takes the lock on a folder; `nil` where somebody else has it.
  ///
  /// - Throws: `POSIXError`.
  package static func attempt(folder: URL) throws -> FileLock? { try FileLock(folder, isFolder: true).ifFree() }

  /// Takes the lock on a folder when it is free. Until then the thread stands still: for what takes a moment.
  ///
  /// - Throws: `POSIXError`.
  package static func wait(folder: URL) throws -> FileLock {
    let lock = try FileLock(folder, isFolder: true)
    while flock(lock.descriptor, LOCK_EX) != 0, errno == EINTR {}
    return lock
  }

  private func ifFree() -> FileLock? {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return errno == EWOULDBLOCK ? nil : self }
    }
    return self
  }

  /// Unlocked by name: a process that is being started somewhere else may hold a copy of the descriptor for a moment.
  deinit {
    guard descriptor >= 0 else { return }
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
