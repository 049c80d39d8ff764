import Files
import Foundation
import GRDB
import Practice

extension ProgressStore {
  /// Writes events as JSON lines. Returns how many.
  ///
  /// They are written beside their place first: an export that fails leaves an older one as it was.
  static func write(_ events: some Cursor<EventLine>, to file: URL) throws -> Int {
    try PrivateFile.replace(file, isHandedOn: true) { temporary in try fill(temporary, with: events) }
  }

  private static func fill(_ file: URL, with events: some Cursor<EventLine>) throws -> Int {
    let handle = try FileHandle(forWritingTo: file)
    defer { handle.closeFile() }
    var count = 0
    var lines = Data()
    while let event = try events.next() {
      lines += event.bytes
      lines.append(UInt8(ascii: "\n"))
      count += 1
      if lines.count > 1 << 20 {
        try handle.write(contentsOf: lines)
        lines.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: lines)
    try handle.synchronize()
    return count
  }
}
