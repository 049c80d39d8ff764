import Foundation

/// A folder that nobody but its owner can look into, whatever the umask.
package enum PrivateFolder {
  /// Makes the folder, and those above it that are not there yet. One that is there stays as it is.
  ///
  /// - Throws: `POSIXError`.
  package static func make(_ folder: URL) throws {
    let path = folder.path(percentEncoded: false)
    if try makeOne(path) { return }
    let parent = folder.deletingLastPathComponent()
    // The folder in which the program was started may be gone: nothing is above it.
    guard parent.path(percentEncoded: false).utf8.count < path.utf8.count else { throw POSIXError(.ENOENT) }
    try make(parent)
    guard try makeOne(path) else { throw POSIXError(.ENOENT) }
  }

  /// Returns whether it is there now: not where the folder above it is missing.
  private static func makeOne(_ path: String) throws -> Bool {
    guard mkdir(path, 0o700) != 0 else {
      // The umask may have taken something from the owner, too.
      guard chmod(path, 0o700) == 0 else { throw POSIXError.last }
      return true
    }
    let error = POSIXError.last
    var information = stat()
    if stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFDIR { return true }
    switch error.code {
    case .ENOENT: return false
    case .EEXIST: throw POSIXError(.ENOTDIR)
    default: throw error
    }
  }
}

extension POSIXError {
  /// The error of the last call of the system.
  package static var last: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
