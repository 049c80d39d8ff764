import Files
import Foundation

/// One at a time makes what takes long; the others, in this process or another, wait and find it made.
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
