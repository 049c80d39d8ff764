import CZlib
import Foundation

/// A writer of zip archives (APPNOTE 6.3), what .apkg files and QTI packages are. The same entries give the same bytes:
/// every file is dated 1 January 1980, the format's first day.
struct ZipArchive {
  private var body = Data()
  private var directory = Data()
  private var count = 0

  /// Adds a file, deflated where that makes it smaller. The name has slashes between its folders.
  mutating func add(_ name: String, _ content: Data) throws(ExchangeError) {
    let deflated = Self.deflate(content)
    let stored = deflated.count < content.count ? deflated : content
    guard let size = UInt32(exactly: content.count), let offset = UInt32(exactly: body.count), count < 0xFFFF,
      UInt32(exactly: body.count + stored.count + 100) != nil
    else { throw .tooLarge }
    var header = Data()
    header.append(little: UInt16(20))  // what a reader must know: version 2.0
    header.append(little: UInt16(1 << 11))  // names are UTF-8
    header.append(little: UInt16(stored.count < content.count ? 8 : 0))
    header.append(little: UInt16(0))
    header.append(little: UInt16(1 << 5 | 1))
    header.append(little: Self.checksum(content))
    header.append(little: UInt32(stored.count))
    header.append(little: size)
    header.append(little: UInt16(name.utf8.count))
    header.append(little: UInt16(0))
    body.append(little: UInt32(0x0403_4B50))
    body += header + Data(name.utf8) + stored
    directory.append(little: UInt32(0x0201_4B50))
    directory.append(little: UInt16(20))
    directory += header
    directory += Data(repeating: 0, count: 10)  // no comment, first disk, no attributes
    directory.append(little: offset)
    directory += Data(name.utf8)
    count += 1
  }

  /// The whole archive.
  var data: Data {
    var end = Data()
    end.append(little: UInt32(0x0605_4B50))
    end.append(little: UInt32(0))
    end.append(little: UInt16(count))
    end.append(little: UInt16(count))
    end.append(little: UInt32(directory.count))
    end.append(little: UInt32(body.count))
    end.append(little: UInt16(0))
    return body + directory + end
  }

  private static func checksum(_ content: Data) -> UInt32 {
    content.withUnsafeBytes { bytes in
      UInt32(CZlib.crc32_z(0, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count))
    }
  }

  /// Deflated without zlib's own header.
  private static func deflate(_ content: Data) -> Data {
    // zlib remembers where its state lies, so that it must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deallocate()
    }
    guard
      deflateInit2_(stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK, let size = UInt32(exactly: content.count)
    else { return content }
    var output = Data(count: Int(deflateBound(stream, UInt(content.count))))
    var input = content
    let written = output.withUnsafeMutableBytes { target in
      input.withUnsafeMutableBytes { source in
        stream.pointee.next_in = source.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_in = size
        stream.pointee.next_out = target.bindMemory(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(clamping: target.count)
        return CZlib.deflate(stream, Z_FINISH) == Z_STREAM_END ? Int(stream.pointee.total_out) : nil
      }
    }
    // Room that did not suffice would be a mistake of zlib's; what is stored as it is can be read all the same.
    return written.map { output.prefix($0) } ?? content
  }
}

extension Data {
  fileprivate mutating func append<Number: FixedWidthInteger>(little number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
