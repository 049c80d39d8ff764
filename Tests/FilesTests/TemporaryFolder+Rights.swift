import Foundation
import TestSupport

extension TemporaryFolder {
  /// What others may do is in the last six bits.
  func mode(_ path: String) throws -> mode_t {
    var information = stat()
    guard lstat(url.appending(path: path).path, &information) == 0 else { throw CocoaError(.fileReadNoSuchFile) }
    return information.st_mode & 0o7777
  }

  func set(_ path: String, _ mode: mode_t) { chmod(url.appending(path: path).path, mode) }
}
