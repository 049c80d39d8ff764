import CZlib

/// Inflates gzipped files (RFC 1952) through zlib.
package enum Gzip {
  /// A few kilobytes can claim to be terabytes: nothing that inflates to more than this many bytes is taken.
  package static let limit = 1_000_000_000

  package static func isCompressed(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The inflated bytes; a file of several members gives them one after another.
  ///
  /// - Throws: `GzipError` with the byte of the compressed file at which it was noticed, counted from 0.
  package static func inflate(_ bytes: [UInt8], limit: Int = limit) throws(GzipError) -> [UInt8] {
    // zlib remembers where its state lies, so that it must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      inflateEnd(stream)
      stream.deallocate()
    }
    // 15 bits of window; 16 more ask for gzip's header and checksum.
    guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .outOfMemory
    }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var position = 0
    while true {
      let step = advance(stream, bytes, from: position, into: &chunk)
      position += step.read
      if output.count + step.written > limit { throw .tooLarge(limit: limit, byte: position) }
      output.append(contentsOf: chunk[..<step.written])
      switch step.status {
      case Z_OK: continue
      case Z_STREAM_END where position == bytes.count: return output
      case Z_STREAM_END:
        guard isCompressed(bytes[position...]) else { throw .trailingBytes(byte: position) }
        inflateReset(stream)
      case Z_BUF_ERROR: throw .cutShort(byte: position)
      case Z_MEM_ERROR: throw .outOfMemory
      default:
        throw .damaged(byte: position, reason: stream.pointee.msg.map { String(cString: $0) } ?? "not gzip")
      }
    }
  }

  /// Inflates what fits into `chunk`.
  private static func advance(
    _ stream: UnsafeMutablePointer<z_stream>, _ bytes: [UInt8], from position: Int, into chunk: inout [UInt8]
  ) -> (status: Int32, read: Int, written: Int) {
    bytes.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { output in
        let offered = min(input.count - position, 1 << 30)
        // zlib reads through this pointer and never writes.
        stream.pointee.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        return (status, offered - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
      }
    }
  }
}

/// What is wrong with a gzipped file; bytes are those of the compressed file, counted from 0.
package enum GzipError: Error, Equatable, Sendable {
  /// What zlib found wrong, and where it was when it noticed.
  case damaged(byte: Int, reason: String)
  case cutShort(byte: Int)
  case trailingBytes(byte: Int)
  case tooLarge(limit: Int, byte: Int)
  case outOfMemory
}
