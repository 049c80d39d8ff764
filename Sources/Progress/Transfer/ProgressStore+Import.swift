import Foundation
import GRDB
import Practice

/// The result of an import.
package struct ImportReport: Equatable, Sendable {
  /// Events that were new here.
  package var added: Int
  /// Events that were here already.
  package var known: Int
  /// Events that are here as something else. One of the two comes out of a damaged log and cannot prove what it is;
  /// what is here stays.
  package var differing = 0
}

extension ProgressStore {
  /// Adds the events of an export that are not here yet: all of them, or, if a line is wrong, none.
  ///
  /// Any files in any order, any number of times, give the same state.
  ///
  /// - Parameter progress: hears, a few times a second, how much of the file is read, 0 … 1; `nil` once it is.
  @discardableResult
  package func `import`(
    from file: URL, limits: ImportLimits = ImportLimits(), progress: (Double?) -> Void = { _ in }
  ) throws(ProgressError) -> ImportReport {
    try `import`(LineFile(file, limits), progress: progress)
  }

  /// Adds the events of an export's bytes that are not here yet: all of them, or, if a line is wrong, none.
  ///
  /// - Parameter name: what errors call them.
  @discardableResult
  package func `import`(
    _ bytes: [UInt8], named name: String, limits: ImportLimits = ImportLimits()
  ) throws(ProgressError) -> ImportReport {
    try `import`(LineFile(bytes, named: name, limits)) { _ in }
  }

  private func `import`(_ file: LineFile, progress: (Double?) -> Void) throws(ProgressError) -> ImportReport {
    var lines = file
    let source = file.path
    let report = try write { db in
      var report = ImportReport(added: 0, known: 0)
      var rows = RowCache()
      var isOurs = false
      let device = try Self.device(db)
      let before = try Int64.fetchOne(db, sql: "SELECT max(id) FROM event") ?? 0
      while let line = try lines.next() {
        let (event, isProven) = try Self.decode(line, path: source, number: lines.number)
        switch try Self.insert(event, isProven: isProven, &rows, db) {
        case .added:
          report.added += 1
          isOurs = isOurs || event.id.device.isSame(as: device)
        case .known:
          let isSame = try Self.isSame(event, isProven, db)
          guard let isSame else { throw ProgressError.contradiction(path: source, line: lines.number, event.id) }
          if isSame { report.known += 1 } else { report.differing += 1 }
        }
        if lines.number.isMultiple(of: 1_000) { progress(lines.share) }
      }
      progress(nil)
      try replay(since: before, db)
      return (report, isOurs)
    }
    // Events of our own came back: the file of the counter has not counted them.
    if report.1, let counters {
      do { try Self.settle(queue, counters, anew: true) } catch { throw ProgressError(error, path: counters.path) }
    }
    return report.0
  }

  /// Whether the log's event of this id is this one; `nil` where both say that they are what was recorded.
  private static func isSame(_ event: LogEvent, _ isProven: Bool, _ db: Database) throws -> Bool? {
    let logged = try events("WHERE device.name = ? AND event.counter = ?", [event.id.device, event.id.counter], db) {
      $0
    }.next()
    guard let logged else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an index leads nowhere") }
    if EventLine(logged.event).isSame(as: EventLine(event)) { return true }
    return isProven && logged.checksum != 0 ? nil : false
  }

  private static func decode(
    _ line: [UInt8], path: String, number: Int
  ) throws(ProgressError) -> (event: LogEvent, isProven: Bool) {
    do throws(EventLineError) {
      let entry = try EventLine(line[...])
      guard let event = entry.decoded() else { throw .malformed }
      return (event, entry.unproven != true)
    } catch {
      switch error {
      case .malformed: throw .badLine(path: path, line: number)
      case .newer: throw .newerLine(path: path, line: number)
      }
    }
  }
}
