import Files
import Foundation

/// A lock around slow work: one process or task does it, the others wait and find it done.
extension FileLock {
  /// Takes the lock when nobody else has it. Until then the task sleeps.
  ///
  /// - Throws: `CellError.cannotWrite`; `.interrupted` where the task is cancelled while it waits.
  static func wait(file: URL) async throws(CellError) -> FileLock {
    while true {
      do {
        try PrivateFolder.make(file.deletingLastPathComponent())
        if let lock = try attempt(file: file) { return lock }
      } catch {
        throw .cannotWrite(path: file.path, reason: error.localizedDescription)
      }
      do {
        try await Task.sleep(for: .milliseconds(50))
      } catch {
        throw .interrupted
      }
    }
  }
}
