import CZlib

/// An inflater of a gzipped file that comes in pieces; a file of several members gives them one after another.
///
/// A few kilobytes can claim to be terabytes: what comes out is handed on part by part, and has a limit.
struct Inflater: ~Copyable {
  /// The state of zlib, which remembers where it lies: it must not move.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let limit: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
  private var piece: [UInt8] = []
  private var taken = 0
  /// Bytes of the compressed file that were read, and of the inflated one that came out.
  private var position = 0
  private var written = 0
  private var isAtMembersEnd = false

  /// - Parameter limit: nothing that inflates to more than this many bytes is taken.
  init(limit: Int) throws(GzipError) {
    self.limit = limit
    stream.initialize(to: z_stream())
    // 15 bits of window; 16 more ask for gzip's header and checksum.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .outOfMemory
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// The next piece of the compressed file, when `next` has nothing more of the last one.
  mutating func offer(_ piece: [UInt8]) {
    self.piece = piece
    taken = 0
  }

  /// The next part of what comes out of the piece; `nil` where another one is wanted.
  ///
  /// - Throws: `GzipError` with the byte of the compressed file at which it was noticed, counted from 0.
  mutating func next() throws(GzipError) -> ArraySlice<UInt8>? {
    while true {
      if isAtMembersEnd {
        if taken == piece.count { return nil }
        guard Gzip.isCompressed(piece[taken...]) || (taken + 1 == piece.count && piece[taken] == 0x1F) else {
          throw .trailingBytes(byte: position)
        }
        inflateReset(stream)
        isAtMembersEnd = false
      }
      let step = advance()
      taken += step.read
      position += step.read
      written += step.written
      if written > limit { throw .tooLarge(limit: limit, byte: position) }
      switch step.status {
      case Z_OK: break
      case Z_STREAM_END: isAtMembersEnd = true
      case Z_BUF_ERROR: return nil
      case Z_MEM_ERROR: throw .outOfMemory
      default:
        throw .damaged(byte: position, reason: stream.pointee.msg.map { String(cString: $0) } ?? "not gzip")
      }
      if step.written > 0 { return chunk[..<step.written] }
    }
  }

  /// Checks that the file has come to its end; to be asked when the last piece was offered and nothing more comes.
  func finish() throws(GzipError) {
    if !isAtMembersEnd { throw .cutShort(byte: position) }
  }

  /// Inflates what fits into the chunk.
  private mutating func advance() -> (status: Int32, read: Int, written: Int) {
    let (stream, start) = (stream, taken)
    return piece.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { output in
        let offered = input.count - start
        // zlib reads through this pointer and never writes.
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        return (status, offered - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
      }
    }
  }
}
