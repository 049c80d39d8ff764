import CZlib
import Foundation

extension Gzip {
  /// Returns the number of bytes that `data` takes when it is gzipped as tightly as gzip can.
  package static func compressedSize(of data: Data) throws(GzipError) -> Int {
    // How often gzip begins a new table of codes depends on its memory, and the most is not always the best.
    var sizes: [Int] = []
    for memory in 5...9 { sizes.append(try compressedSize(of: data, memory: Int32(memory))) }
    return sizes.min() ?? 0
  }

  private static func compressedSize(of data: Data, memory: Int32) throws(GzipError) -> Int {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deallocate()
    }
    // 15 bits of window; 16 more ask for gzip's header and checksum.
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
    else { throw .outOfMemory }
    var input = [UInt8](data)
    var output = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(input.count))))
    let status = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        return deflate(stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { throw .outOfMemory }
    return Int(stream.pointee.total_out)
  }
}
