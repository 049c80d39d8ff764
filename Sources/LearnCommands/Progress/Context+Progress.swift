import Foundation
import Progress
import Workspace

extension Context {
  /// Opens progress, and tells once what was confirmed and is not there any more.
  func telling(_ open: () throws -> ProgressStore) throws -> ProgressStore {
    let store = try open()
    guard let lost = store.lost else { return store }
    output.error(lost.warning(in: directories.home))
    try store.acknowledgeLoss()
    return store
  }

  /// Opens the log of all that was recorded, of whatever course.
  func openLog() throws -> ProgressStore { try telling { try ProgressStore(folder: directories.home) } }

  /// Opens the log for a command that only reads: where nothing can be written, a copy that goes with the command.
  ///
  /// - Parameter temporary: where the copy is made.
  func logToRead(temporary: URL) throws -> ProgressStore {
    do {
      return try openLog()
    } catch let error as ProgressError {
      guard case .cannotWrite = error else { throw error }
      return try ProgressStore(copying: directories.home, temporary: temporary)
    }
  }
}
