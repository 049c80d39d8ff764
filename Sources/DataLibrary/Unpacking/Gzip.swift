import CZlib

/// Gzipped files (RFC 1952), through zlib.
package enum Gzip {
  static func isCompressed(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }
}

/// A fault in a gzipped file; bytes are those of the compressed file, counted from 0.
package enum GzipError: Error, Equatable, Sendable {
  /// Damaged data: zlib's reason, and the byte at which it noticed.
  case damaged(byte: Int, reason: String)
  case cutShort(byte: Int)
  case trailingBytes(byte: Int)
  case tooLarge(limit: Int, byte: Int)
  case outOfMemory
}
