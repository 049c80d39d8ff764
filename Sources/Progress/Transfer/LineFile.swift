import Foundation

/// The lines of a file, of whatever size, or of some bytes, one after another; those with nothing but spaces are passed
/// over.
struct LineFile {
  private static let piece = 1 << 20

  /// `nil` where all of it is read.
  private let handle: FileHandle?
  /// The path that errors name.
  let path: String
  private let limits: ImportLimits
  private let length: Int
  private var bytes = Data()
  /// The index in `bytes` at which the next line begins; `searched` is that up to which no end of it was found.
  private var start = 0
  private var searched = 0
  private var isAtEnd = false
  private var read = 0
  /// The number of the line that was given last, counted from 1.
  private(set) var number = 0

  init(_ file: URL, _ limits: ImportLimits) throws(ProgressError) {
    path = file.path(percentEncoded: false)
    self.limits = limits
    do {
      handle = try FileHandle(forReadingFrom: file)
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
      length = size?.intValue ?? 0
    } catch {
      throw .cannotRead(path: path, detail: error.localizedDescription)
    }
  }

  init(_ bytes: [UInt8], named name: String, _ limits: ImportLimits) throws(ProgressError) {
    if bytes.count > limits.file { throw .largeFile(path: name, limit: limits.file) }
    (handle, path, self.limits) = (nil, name, limits)
    (self.bytes, length, read, isAtEnd) = (Data(bytes), bytes.count, bytes.count, true)
  }

  /// The share of the file that is read, 0 … 1; 0 where nobody knows how long it is.
  var share: Double { length > 0 ? min(1, Double(read - bytes.count + start) / Double(length)) : 0 }

  mutating func next() throws(ProgressError) -> [UInt8]? {
    while true {
      skipEmptyLines()
      guard let end = try endOfLine() else { return nil }
      let line = bytes[start..<end]
      start = min(end + 1, bytes.count)
      searched = start
      number += 1
      if line.count > limits.line { throw .longLine(path: path, line: number, limit: limits.line) }
      if !Self.isBlank(line) { return Array(line) }
    }
  }

  /// A file of nothing else is read at the speed of memory.
  private mutating func skipEmptyLines() {
    let count = bytes.withUnsafeBytes { bytes in
      var end = start
      while end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
      return end - start
    }
    start += count
    number += count
    searched = max(searched, start)
  }

  /// `nil` behind the last line.
  private mutating func endOfLine() throws(ProgressError) -> Int? {
    while true {
      if let end = Self.newline(in: bytes, from: searched) { return end }
      searched = bytes.count
      if isAtEnd { return start < bytes.count ? bytes.count : nil }
      if bytes.count - start > limits.line { throw .longLine(path: path, line: number + 1, limit: limits.line) }
      bytes = Data(bytes[start...])
      searched -= start
      start = 0
      try fill()
    }
  }

  private mutating func fill() throws(ProgressError) {
    do {
      let piece = try handle?.read(upToCount: Self.piece) ?? Data()
      isAtEnd = piece.isEmpty
      read += piece.count
      bytes += piece
    } catch {
      throw .cannotRead(path: path, detail: error.localizedDescription)
    }
    if read > limits.file { throw .largeFile(path: path, limit: limits.file) }
  }

  private static func newline(in bytes: Data, from start: Int) -> Int? {
    bytes.withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private static func isBlank(_ line: Data) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
  }
}
