import Files
import Foundation

/// The content of a file, inflated, checked and written elsewhere as it is read: however large, it never lies in
/// memory.
struct ContentCopy {
  private(set) var bytes = 0
  /// The first of them.
  private(set) var start: [UInt8] = []
  private var hash = SHA256()
  private let name: String
  private let limit: Int
  private let target: URL
  private let writer: FileHandle

  var sha256: String { hash.hexadecimal }

  /// - Parameters:
  ///   - name: as the file is called where it came from.
  ///   - isGzip: whether it should be gzipped; one that is, is inflated whatever its name.
  ///   - limit: more bytes are not taken, inflated or not.
  init(
    of file: URL, name: String, isGzip: Bool, limit: Int, to target: URL
  ) throws(DataStoreError) {
    self.name = name
    self.limit = limit
    self.target = target
    do {
      try PrivateFile.write(Data(), to: target)
      writer = try FileHandle(forWritingTo: target)
    } catch {
      throw .cannotWrite(path: target.path, reason: error.localizedDescription)
    }
    let pieces = try FilePieces(file)
    var piece = try pieces.next()
    guard isGzip || Gzip.isCompressed(piece) else {
      if let size = DataStore.size(file.path), size > limit { throw .tooLarge(file: name, bytes: size, limit: limit) }
      while !piece.isEmpty {
        try keep(piece[...])
        piece = try pieces.next()
      }
      return
    }
    var inflater = try telling { () throws(GzipError) in try Inflater(limit: limit) }
    while !piece.isEmpty {
      inflater.offer(piece)
      while let part = try telling({ () throws(GzipError) in try inflater.next() }) { try keep(part) }
      piece = try pieces.next()
    }
    try telling { () throws(GzipError) in try inflater.finish() }
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) throws(DataStoreError) {
    bytes += part.count
    // It has grown since it was looked at.
    if bytes > limit { throw .tooLarge(file: name, bytes: bytes, limit: limit) }
    if start.isEmpty { start = Array(part.prefix(16)) }
    part.withUnsafeBytes { hash.update($0) }
    do {
      try writer.write(contentsOf: part)
    } catch {
      throw .cannotWrite(path: target.path, reason: error.localizedDescription)
    }
  }

  private func telling<Result: ~Copyable>(
    _ body: () throws(GzipError) -> Result
  ) throws(DataStoreError) -> Result {
    do throws(GzipError) { return try body() } catch { throw .damagedGzip(file: name, error) }
  }
}
