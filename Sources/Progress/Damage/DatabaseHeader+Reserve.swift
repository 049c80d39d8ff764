import Foundation
import GRDB
import GRDBSQLite

// The bytes at the end of every page that nobody uses. The header tells how many there are; where it is damaged, the
// pages tell: what a table's page was given first ends where they begin.

extension DatabaseHeader {
  /// The number of pages that is enough for what most of them say to be right.
  private static let votes = 200

  static func reserve(_ file: URL) throws -> Int? {
    let handle = try FileHandle(forReadingFrom: file)
    defer { handle.closeFile() }
    return try reserve(handle)
  }

  /// Returns the bytes at the end of a page that most pages leave unused; `nil` where none tells.
  static func reserve(_ handle: FileHandle) throws -> Int? {
    try handle.seek(toOffset: 0)
    var counts: [Int: Int] = [:]
    var start = size
    while counts.values.reduce(0, +) < votes, let page = try handle.read(upToCount: pageSize), page.count == pageSize {
      if let reserve = reserve(ofPage: Array(page), from: start), reserves.contains(reserve) {
        counts[reserve, default: 0] += 1
      }
      start = 0
    }
    // Nothing ever reaches into them, but what was taken from a page may leave a gap before them.
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// - Parameter start: where the page itself begins: the first one stands behind the header.
  static func reserve(ofPage bytes: [UInt8], from start: Int) -> Int? {
    let (leaf, head) = (13, 8)
    guard bytes[start] == leaf else { return nil }
    let count = number(bytes, at: start + 3, bytes: 2)
    guard start + head + 2 * count <= bytes.count else { return nil }
    // A row's length, its number, and what it holds.
    guard var place = (0..<count).map({ number(bytes, at: start + head + 2 * $0, bytes: 2) }).max(),
      let length = variable(bytes, &place), variable(bytes, &place) != nil
    else { return nil }
    // What is longer goes on in another page.
    guard (0...pageSize - 256).contains(length) else { return nil }
    return bytes.count - place - length
  }

  /// A number of 1 to 9 bytes.
  private static func variable(_ bytes: [UInt8], _ place: inout Int) -> Int? {
    var number = 0
    for index in 0..<9 {
      guard place < bytes.count else { return nil }
      let byte = Int(bytes[place])
      place += 1
      if index == 8 { return number << 8 | byte }
      number = number << 7 | byte & 0x7F
      if byte < 0x80 { return number }
    }
    return nil
  }
}

extension Schema {
  /// Makes an empty store of the newest version. Returns where its tables begin, and how many bytes of a page it leaves
  /// unused.
  ///
  /// - Parameter reserve: `nil` for as many as this SQLite leaves.
  static func makeModel(_ path: String, reserve: Int? = nil) throws -> (beginnings: [Int], reserve: Int) {
    let queue = try DatabaseQueue(path: path)
    if let reserve {
      try queue.writeWithoutTransaction { db in
        var count = Int32(reserve)
        let code = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &count)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
      }
    }
    try migrator.migrate(queue)
    let beginnings = try queue.read(beginnings)
    try queue.close()
    return (beginnings, Int(try Data(contentsOf: URL(filePath: path))[20]))
  }
}
