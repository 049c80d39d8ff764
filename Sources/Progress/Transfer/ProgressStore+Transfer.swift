import Foundation
import GRDB
import Practice

extension ProgressStore {
  /// Writes the whole log as JSON lines, by device and number: two stores with the same events write the same bytes.
  /// Returns the number of events.
  @discardableResult
  package func export(to file: URL) throws(ProgressError) -> Int {
    do {
      return try Self.diagnosing(queue, path: path) {
        try queue.read { db in try Self.write(Self.lines(db), to: file) }
      }
    } catch let error as DatabaseError {
      throw ProgressError(error, path: path)
    } catch let error as RowDecodingError {
      throw ProgressError(error, path: path)
    } catch {
      throw ProgressError(error, path: file.path(percentEncoded: false))
    }
  }

  /// Returns the bytes of an export, in memory.
  package func exportedLines() throws(ProgressError) -> [UInt8] {
    try read { db in
      var bytes: [UInt8] = []
      let lines = try Self.lines(db)
      while let line = try lines.next() { bytes += line.bytes + [0x0A] }
      return bytes
    }
  }

  private static func lines(_ db: Database) throws -> MapCursor<RowCursor, EventLine> {
    try events("ORDER BY device.name, event.counter", [], db) {
      EventLine($0.event, isUnproven: $0.checksum == 0)
    }
  }
}
