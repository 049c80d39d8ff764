import Foundation

/// The first 100 bytes of a database, without which SQLite reads none of it.
///
/// Source: SQLite's "Database File Format".
enum DatabaseHeader {
  /// That of every file that we make: SQLite's standard.
  private static let pageSize = 4_096

  /// Gives a copy of a damaged database what SQLite wants before it reads: a header, where the first page still begins
  /// with a table, and the length that the header tells.
  static func mend(_ file: URL) throws {
    let handle = try FileHandle(forUpdating: file)
    defer { handle.closeFile() }
    let size = Int(try handle.seekToEnd())
    try handle.seek(toOffset: 0)
    let start = Array(try handle.read(upToCount: 108) ?? Data())
    // A page of a table begins with 5 or 13; on the first page that stands behind the header.
    guard start.count == 108, start[100] == 5 || start[100] == 13 else { return }
    var pages = (size + pageSize - 1) / pageSize
    if start.starts(with: Array("SQLite format 3\0".utf8)), number(start, at: 16, bytes: 2) == pageSize {
      pages = max(pages, number(start, at: 28, bytes: 4))
      // A count of pages that no disk would hold is damage, too.
      if pages > 2 * (size / pageSize + 64) { pages = (size + pageSize - 1) / pageSize }
    }
    var header = Array(start[..<100])
    if !header.starts(with: Array("SQLite format 3\0".utf8)) || number(start, at: 16, bytes: 2) != pageSize {
      header = made(pages: pages)
    } else {
      put(pages, at: 28, in: &header)
    }
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: Data(header))
    // Pages that are cut off read as empty ones, which SQLite passes over as damaged.
    if size < pages * pageSize { try handle.truncate(atOffset: UInt64(pages * pageSize)) }
  }

  private static func made(pages: Int) -> [UInt8] {
    var header = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 84)
    header[16] = UInt8(pageSize >> 8)
    // Versions of the format (2: with a write-ahead log), and shares of a page that are laid down once for all.
    header.replaceSubrange(18..<24, with: [2, 2, 0, 64, 32, 32])
    put(1, at: 24, in: &header)
    put(pages, at: 28, in: &header)
    put(4, at: 44, in: &header)
    // UTF-8.
    put(1, at: 56, in: &header)
    put(Int(Schema.applicationID), at: 68, in: &header)
    put(1, at: 92, in: &header)
    return header
  }

  private static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func put(_ number: Int, at place: Int, in bytes: inout [UInt8]) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (24 - 8 * index)) }
  }
}
