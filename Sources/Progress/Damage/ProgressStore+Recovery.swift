import Files
import Foundation
import GRDB
import Practice

/// The result of reading a damaged store.
package struct RecoveryReport: Equatable, Sendable {
  /// Events written to the file.
  package var events: Int
  /// Events that are known to have been there and cannot be read.
  package var unreadable: Int
  /// Whether there may have been more: the end of the log cannot be seen.
  package var isAtLeast = false
}

extension ProgressStore {
  /// Writes every event that can still be read from a damaged store as JSON lines, to be imported into a new one.
  ///
  /// It works on a copy: the damaged file is left as it is.
  package static func recover(
    from database: URL, to file: URL, temporary: URL = FileManager.default.temporaryDirectory
  ) throws(ProgressError) -> RecoveryReport {
    let path = database.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: path) else {
      throw .cannotRead(path: path, detail: "no such file")
    }
    let folder = temporary.appending(path: "learn-recovery-\(UUID().uuidString)")
    do {
      return try working(in: folder) { try recover(path, to: file, by: folder) }
    } catch let error as DatabaseError {
      throw ProgressError(error, path: path)
    } catch {
      throw ProgressError(error, path: file.path(percentEncoded: false))
    }
  }

  /// Makes a folder for the body, and takes it away again however the body ends: it holds a copy of all answers.
  static func working<Result>(in folder: URL, _ body: () throws -> Result) throws -> Result {
    let files = FileManager.default
    try PrivateFolder.make(folder)
    let result: Result
    do {
      result = try body()
    } catch {
      try files.removeItem(at: folder)
      throw error
    }
    try files.removeItem(at: folder)
    return result
  }

  private static func recover(_ path: String, to file: URL, by folder: URL) throws -> RecoveryReport {
    let copy = folder.appending(path: fileName).path(percentEncoded: false)
    // Behind a link, the write-ahead log lies beside the file itself.
    let source = try PrivateFile.target(of: URL(filePath: path)).path(percentEncoded: false)
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: source + suffix) {
      try PrivateFile.copy(URL(filePath: source + suffix), to: URL(filePath: copy + suffix))
    }
    try DatabaseHeader.mend(URL(filePath: copy)) { try Schema.makeModel(copy + ".new").reserve }
    let given = try given(besides: URL(filePath: path)) ?? given(besides: URL(filePath: source))
    var salvage = try salvage(copy, given)
    salvage.keepOneOfEach()
    // Numbers are given without gaps by a device, and rows by a log: what is missing was there.
    let behind = given.map { given in
      let ours = salvage.events.map(\.event.id).filter { $0.device.isSame(as: given.device) }
      return max(0, given.counter - (ours.map(\.counter).max() ?? 0))
    }
    let last = max(salvage.lastRow, (salvage.events.map(\.row).max() ?? 0) + (behind ?? 0))
    let unreadable = last - Int64(salvage.events.count)
    guard !salvage.events.isEmpty || unreadable == 0 else {
      throw ProgressError.damaged(path: path, detail: "none of its \(unreadable) events can be read")
    }
    salvage.events.sort { $0.event.id < $1.event.id }
    let count = try write(
      AnyCursor(salvage.events.map { EventLine($0.event, isUnproven: !$0.isProven) }), to: file)
    return RecoveryReport(events: count, unreadable: Int(unreadable), isAtLeast: !salvage.isEndCertain)
  }

  /// The last number that was given, if the database is a store in its place: a copy elsewhere may lie beside the
  /// counter of another.
  private static func given(besides database: URL) throws -> EventID? {
    guard database.lastPathComponent == fileName else { return nil }
    return try CounterFile(folder: database.deletingLastPathComponent()).last()
  }

  /// Puts the list of tables, or the beginning of a table, in again as every new store has it, where it is lost or says
  /// something else.
  private static func salvage(_ copy: String, _ given: EventID?) throws -> Salvage {
    func read() throws -> Salvage {
      let queue = try DatabaseQueue(path: copy)
      // Outside a transaction: SQLite will not end one in which it has met damage.
      let found = try queue.unsafeRead { db in try Salvage(db, given) }
      try queue.close()
      return found
    }
    let found: Result<Salvage, any Error>
    do {
      let salvage = try read()
      if !salvage.events.isEmpty || salvage.isEndCertain { return salvage }
      found = .success(salvage)
    } catch {
      switch ProgressError(error, path: copy) {
      case .damaged, .refused: found = .failure(error)
      default: throw error
      }
    }
    try mendTables(copy)
    let mended = try read()
    return try mended.events.isEmpty ? found.get() : mended
  }

  private static func mendTables(_ copy: String) throws {
    let model = copy + ".model"
    let reserve = try DatabaseHeader.reserve(URL(filePath: copy))
    let (beginnings, _) = try Schema.makeModel(model, reserve: reserve)
    try DatabaseHeader.graft(URL(filePath: model), beginnings: beginnings, onto: URL(filePath: copy))
  }
}
