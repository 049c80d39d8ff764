import Foundation
import GRDB

extension ProgressStore {
  /// Writes the whole log as JSON lines, by device and number: two stores with the same events write the same bytes.
  /// Returns the number of events.
  @discardableResult
  package func export(to file: URL) throws(ProgressError) -> Int {
    do {
      return try Self.diagnosing(queue, path: path) {
        try queue.read { db in
          let lines = try Self.events("ORDER BY device.name, event.counter", [], db) {
            EventLine($0.event, isUnproven: $0.checksum == 0)
          }
          return try Self.write(lines, to: file)
        }
      }
    } catch let error as DatabaseError {
      throw ProgressError(error, path: path)
    } catch let error as RowDecodingError {
      throw ProgressError(error, path: path)
    } catch {
      throw ProgressError(error, path: file.path(percentEncoded: false))
    }
  }
}
