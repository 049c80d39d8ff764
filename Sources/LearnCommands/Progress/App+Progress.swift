import Foundation
import Progress

extension App {
  /// Opens progress, and tells once what was confirmed and is not there any more.
  func telling(_ open: () throws -> ProgressStore) throws -> ProgressStore {
    let store = try open()
    guard let lost = store.lost else { return store }
    Output.complain(lost.warning(in: places.home))
    try store.acknowledgeLoss()
    return store
  }

  /// All that was recorded, of whatever course.
  func openLog() throws -> ProgressStore { try telling { try ProgressStore(folder: places.home) } }

  /// The same, for what only reads: where nothing can be written, a copy that goes with the command.
  ///
  /// - Parameter temporary: where the copy is made.
  func logToRead(temporary: URL) throws -> ProgressStore {
    do {
      return try openLog()
    } catch let error as ProgressError {
      guard case .cannotWrite = error else { throw error }
      return try ProgressStore(copying: places.home, temporary: temporary)
    }
  }
}
