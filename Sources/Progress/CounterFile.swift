import Files
import Foundation

/// The last number that a store has given to an event, in a file beside the database.
///
/// An older copy of the database, put in the place of the present one, knows less than this file: it goes on behind the
/// numbers that were given since, which may stand in exports and on other machines. The file is written while the
/// database is locked, and before the event is: a number may be left out, and is never given twice.
struct CounterFile: Sendable {
  let path: String

  init(folder: URL) { path = folder.appending(path: "progress.counter").path(percentEncoded: false) }

  /// `nil` where there is no file or nothing sensible in it: the database alone decides then.
  func last() throws -> EventID? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[0].utf8.count == 16, let counter = Int64(words[1]), counter >= 0 else { return nil }
    return EventID(device: String(words[0]), counter: counter)
  }

  /// One write of always as many bytes, so that the file is whole whenever the process ends.
  func note(_ id: EventID) throws {
    let digits = String(id.counter)
    let line = "\(id.device) \(String(repeating: "0", count: max(0, 19 - digits.count)))\(digits)\n"
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw POSIXError.last }
    defer { close(file) }
    let bytes = Array(line.utf8)
    guard pwrite(file, bytes, bytes.count, 0) == bytes.count else { throw POSIXError.last }
  }
}
