import Foundation
import GRDB

/// What an import did.
package struct ImportReport: Equatable, Sendable {
  /// Events that were new here.
  package var added: Int
  /// Events that were here already.
  package var known: Int
}

extension ProgressStore {
  /// Writes the whole log as JSON lines, by device and number: two stores with the same events write the same bytes.
  /// Returns the number of events.
  @discardableResult
  package func export(to file: URL) throws(ProgressError) -> Int {
    do {
      return try queue.read { db in
        try Self.write(Self.events("ORDER BY device.name, event.counter", [], db), to: file)
      }
    } catch let error as DatabaseError {
      throw ProgressError(error, path: path)
    } catch {
      throw ProgressError(error, path: file.path(percentEncoded: false))
    }
  }

  /// Adds the events of an export that are not here yet: all of them, or, if a line is wrong, none.
  ///
  /// Any files in any order, any number of times, give the same state.
  @discardableResult
  package func `import`(from file: URL) throws(ProgressError) -> ImportReport {
    let source = file.path(percentEncoded: false)
    let data: Data
    do {
      data = try Data(contentsOf: file, options: .mappedIfSafe)
    } catch {
      throw .cannotRead(path: source, detail: error.localizedDescription)
    }
    return try write { db in
      var report = ImportReport(added: 0, known: 0)
      var changed: Set<Change> = []
      var number = 0
      let decoder = JSONDecoder()
      for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        number += 1
        if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
        let event = try Self.decode(line, by: decoder, path: source, number: number)
        if try Self.holds(event.id, db) {
          guard try Self.event(event.id, db) == event else {
            throw ProgressError.contradiction(path: source, line: number, event.id)
          }
          report.known += 1
        } else {
          if let change = try insert(event, db) { changed.insert(change) }
          report.added += 1
        }
      }
      if !changed.isEmpty { try noteScheduler(db) }
      for change in changed { try replay(change, db) }
      return report
    }
  }

  private static func decode(_ line: Data, by decoder: JSONDecoder, path: String, number: Int) throws -> Event {
    struct Version: Decodable { var v: Int }
    do {
      let entry = try decoder.decode(EventLine.self, from: line)
      if entry.v <= EventLine.version, let event = entry.decoded() { return event }
      throw entry.v > EventLine.version
        ? ProgressError.newerLine(path: path, line: number) : ProgressError.badLine(path: path, line: number)
    } catch is DecodingError {
      // A newer form may differ in anything but its version.
      guard case .success(let version) = Result(catching: { try decoder.decode(Version.self, from: line).v }),
        version > EventLine.version
      else { throw ProgressError.badLine(path: path, line: number) }
      throw ProgressError.newerLine(path: path, line: number)
    }
  }
}
