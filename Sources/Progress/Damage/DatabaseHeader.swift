import Foundation
import GRDB
import GRDBSQLite

/// The first 100 bytes of a database, without which SQLite reads none of it.
///
/// Source: SQLite's "Database File Format".
enum DatabaseHeader {
  /// The bytes of a page in every file that we make: SQLite's standard.
  static let pageSize = 4_096

  static let size = 100
  private static let start = Array("SQLite format 3\0".utf8)

  /// Fields that say the same in every file of ours, where they stand, how long they are, and what they say. SQLite
  /// stumbles over some that are wrong, and trusts others.
  private static let fields: [(place: Int, bytes: Int, values: Set<Int>)] = [
    (16, 2, [pageSize]), (18, 1, [1, 2]), (19, 1, [1, 2]), (20, 1, reserves),
    (21, 1, [64]), (22, 1, [32]), (23, 1, [32]), (44, 4, [4]), (52, 4, [0]), (56, 4, [1]), (64, 4, [0]),
  ]
  private static let mark = 68

  /// The numbers of bytes that may be left unused at the end of every page: Apple's SQLite leaves 12, others none.
  static let reserves = Set(0...64)

  /// Throws `damaged` where a database of ours has a header that no database of ours has. It is to be the first that is
  /// done with a connection.
  static func check(_ db: Database, path: String) throws {
    let header = try bytes(size, at: 0, of: db)
    // What is no database at all, SQLite says itself.
    guard header.count == size, header.starts(with: start),
      number(header, at: mark, bytes: 4) == Int(Schema.applicationID)
    else { return }
    for field in fields {
      let value = number(header, at: field.place, bytes: field.bytes)
      guard field.values.contains(value) else {
        throw ProgressError.damaged(path: path, detail: Self.detail(field.place, value))
      }
    }
    // No row reaches into what is left unused.
    let reserve = Int(header[20])
    guard reserve > 0 else { return }
    for page in 0..<checkedPages {
      let bytes = try bytes(pageSize, at: page * pageSize, of: db)
      guard !bytes.isEmpty else { return }
      if let most = Self.reserve(ofPage: bytes, from: page == 0 ? size : 0), reserve > most {
        throw ProgressError.damaged(path: path, detail: Self.detail(20, reserve))
      }
    }
  }

  private static let checkedPages = 50

  private static func detail(_ place: Int, _ value: Int) -> String {
    "byte \(place) of its header begins a number that cannot be \(value)"
  }

  /// A part of the file, read through SQLite's own descriptor: to close another one of the same file would give up the
  /// locks that this process has on it. Empty behind the end of the file.
  private static func bytes(_ size: Int, at place: Int, of db: Database) throws -> [UInt8] {
    var file: UnsafeMutablePointer<sqlite3_file>?
    let code = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard code == SQLITE_OK, let file, let read = file.pointee.pMethods?.pointee.xRead else {
      throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "its file is not open")
    }
    var bytes = [UInt8](repeating: 0, count: size)
    let result = ResultCode(rawValue: read(file, &bytes, Int32(size), sqlite3_int64(place)))
    if result == .SQLITE_IOERR_SHORT_READ { return [] }
    guard result == .SQLITE_OK else { throw DatabaseError(resultCode: result) }
    return bytes
  }

  /// Gives a copy of a damaged database what SQLite wants before it reads: a header, where the first page still begins
  /// with a table, and the length that the header tells.
  ///
  /// - Parameter unused: how many bytes of a page a database of this SQLite leaves unused.
  static func mend(_ file: URL, unused: () throws -> Int) throws {
    let handle = try FileHandle(forUpdating: file)
    defer { handle.closeFile() }
    let length = Int(try handle.seekToEnd())
    try handle.seek(toOffset: 0)
    let header = Array(try handle.read(upToCount: size + 8) ?? Data())
    // A page of a table begins with 5 or 13; on the first page that stands behind the header.
    guard header.count == size + 8, header[size] == 5 || header[size] == 13 else { return }
    var pages = (length + pageSize - 1) / pageSize
    let told = number(header, at: 28, bytes: 4)
    // A count of pages that no disk would hold is damage, too.
    if header.starts(with: start), told <= 2 * (length / pageSize + 64) { pages = max(pages, told) }
    let isPlausible = header.starts(with: start) && reserves.contains(Int(header[20]))
    let reserve = try reserve(handle) ?? (isPlausible ? Int(header[20]) : unused())
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: Data(made(pages: pages, reserve: reserve)))
    // Pages that are cut off read as empty ones, which SQLite passes over as damaged.
    if length < pages * pageSize { try handle.truncate(atOffset: UInt64(pages * pageSize)) }
  }

  /// Puts the list of tables of a sound, empty database into a damaged one, and an empty page where a table or an index
  /// has lost its first.
  ///
  /// - Parameters:
  ///   - model: leaves as many bytes of a page unused as the damaged one does.
  ///   - beginnings: the pages at which those begin that begin at the same ones in both.
  static func graft(_ model: URL, beginnings: [Int], onto file: URL) throws {
    let source = Array(try Data(contentsOf: model))
    let handle = try FileHandle(forUpdating: file)
    defer { handle.closeFile() }
    var pages = (Int(try handle.seekToEnd()) + pageSize - 1) / pageSize
    guard pages > 0 else { return }
    func write(_ bytes: ArraySlice<UInt8>, to page: Int) throws {
      try handle.seek(toOffset: UInt64((page - 1) * pageSize))
      try handle.write(contentsOf: Data(bytes))
    }
    for page in beginnings {
      try handle.seek(toOffset: UInt64((page - 1) * pageSize))
      let kind = try handle.read(upToCount: 1)?.first ?? 0
      // What a page of a table or an index begins with.
      guard ![2, 5, 10, 13].contains(kind) else { continue }
      try write(source[(page - 1) * pageSize..<page * pageSize], to: page)
      pages = max(pages, page)
    }
    // Tables that a store of an earlier version begins elsewhere, or has not, must begin within the file all the same.
    pages = max(pages, source.count / pageSize)
    var first = Array(source[..<pageSize])
    // A list that is longer than a page goes on behind the end of the file, where it takes no other page's place.
    for place in placesOfPages(first) {
      let page = number(first, at: place, bytes: 4)
      pages += 1
      try write(source[(page - 1) * pageSize..<page * pageSize], to: pages)
      put(pages, at: place, in: &first)
    }
    first.replaceSubrange(0..<size, with: made(pages: pages, reserve: Int(source[20])))
    try write(first[...], to: 1)
    try handle.truncate(atOffset: UInt64(pages * pageSize))
  }

  /// Returns the places at which a first page that only points to others has their numbers.
  private static func placesOfPages(_ bytes: [UInt8]) -> [Int] {
    guard bytes[size] == 5 else { return [] }
    return [size + 8]
      + (0..<number(bytes, at: size + 3, bytes: 2)).map { number(bytes, at: size + 12 + 2 * $0, bytes: 2) }
  }

  private static func made(pages: Int, reserve: Int) -> [UInt8] {
    var header = start + [UInt8](repeating: 0, count: size - start.count)
    header[16] = UInt8(pageSize >> 8)
    // Versions of the format (2: with a write-ahead log), and shares of a page that are laid down once for all.
    header.replaceSubrange(18..<24, with: [2, 2, UInt8(reserve), 64, 32, 32])
    put(1, at: 24, in: &header)
    put(pages, at: 28, in: &header)
    put(4, at: 44, in: &header)
    // UTF-8.
    put(1, at: 56, in: &header)
    put(Int(Schema.applicationID), at: 68, in: &header)
    put(1, at: 92, in: &header)
    return header
  }

  static func number(_ bytes: [UInt8], at place: Int, bytes count: Int) -> Int {
    bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func put(_ number: Int, at place: Int, in bytes: inout [UInt8]) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: number >> (24 - 8 * index)) }
  }
}
