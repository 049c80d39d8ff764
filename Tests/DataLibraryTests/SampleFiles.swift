import CZlib
import Foundation
import TestSupport

/// Small files of every kind.
enum SampleFiles {
  /// `count` images of 2 × 2 pixels.
  static func images(_ count: UInt8) -> [UInt8] {
    [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2] + (0..<4 * Int(count)).map { UInt8(truncatingIfNeeded: $0) }
  }

  static func labels(_ count: UInt8) -> [UInt8] {
    [0, 0, 8, 1, 0, 0, 0, count] + (0..<count).map { $0 % 10 }
  }

  /// The file gzipped, as zlib does it.
  static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer {
      deflateEnd(stream)
      stream.deallocate()
    }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count / 500 + bytes.count + 100)
    let size = MemoryLayout<z_stream>.size
    deflateInit2_(stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(size))
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        deflate(stream, Z_FINISH)
        return output.count - Int(stream.pointee.avail_out)
      }
    }
    return Array(output[..<written])
  }

  /// Bytes that do not compress well, the same each time.
  static func noise(_ count: Int) -> [UInt8] {
    var state: UInt32 = 1
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
  }

  /// The reference data beside the project's root folder, where they are.
  static let shared: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let shared = folder.deletingLastPathComponent().appending(path: "shared")
      if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
        return FileManager.default.fileExists(atPath: shared.appending(path: "data").path) ? shared : nil
      }
      folder.deleteLastPathComponent()
    }
    return nil
  }()
}
