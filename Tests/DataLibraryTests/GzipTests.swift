import Testing

@testable import DataLibrary

@Suite struct GzipTests {
  let plain = SampleFiles.noise(100_000)
  let compressed: [UInt8]

  init() { compressed = SampleFiles.gzipped(plain) }

  func error(_ bytes: [UInt8], limit: Int = .max) -> GzipError? {
    do {
      _ = try Gzip.inflate(bytes, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func inflates() throws {
    #expect(try Gzip.inflate(compressed) == plain)
    #expect(try Gzip.inflate(SampleFiles.gzipped([])) == [])
  }

  /// However small the pieces are, also where one ends between two members.
  @Test(arguments: [1, 2, 3, 1000]) func piecesAreAsTheWhole(size: Int) throws {
    let small = SampleFiles.gzipped(Array(plain.prefix(3000)))
    #expect(try Gzip.inflate(small + SampleFiles.gzipped([1]), pieces: size) == plain.prefix(3000) + [1])
    #expect(throws: GzipError.cutShort(byte: small.count - 1)) { try Gzip.inflate(small.dropLast(), pieces: size) }
    #expect(throws: GzipError.trailingBytes(byte: small.count)) { try Gzip.inflate(small + [0], pieces: size) }
    #expect(throws: GzipError.tooLarge(limit: 10, byte: small.count)) {
      do throws(GzipError) {
        _ = try Gzip.inflate(small, limit: 10, pieces: size)
      } catch {
        guard case .tooLarge(10, let byte) = error, byte <= small.count else { throw error }
        throw GzipError.tooLarge(limit: 10, byte: small.count)
      }
    }
  }

  @Test func membersFollowOneAnother() throws {
    #expect(try Gzip.inflate(compressed + SampleFiles.gzipped([1, 2, 3])) == plain + [1, 2, 3])
  }

  @Test(arguments: [0, 1, 2, 9, 10, 500, 50_000]) func aFileCutShortSaysWhere(length: Int) {
    #expect(error(Array(compressed[..<length])) == .cutShort(byte: length))
  }

  @Test func theChecksumIsRead() {
    for byte in compressed.count - 8..<compressed.count {
      var bytes = compressed
      bytes[byte] ^= 1
      guard case .damaged(let found, _) = error(bytes) else {
        Issue.record("byte \(byte): \(String(describing: error(bytes)))")
        continue
      }
      // Noticed when the four bytes of the checksum, or of the length, are read.
      #expect((byte + 1...byte + 4).contains(found))
    }
  }

  /// Some bits mean nothing: the time in the header, the filling before a stored block. No damage changes the content.
  @Test func damageIsNoticedOrMeansNothing() throws {
    let content = SampleFiles.noise(300)
    let small = SampleFiles.gzipped(content)
    for byte in small.indices {
      for bit in 0..<8 {
        var bytes = small
        bytes[byte] ^= 1 << bit
        if error(bytes) == nil { #expect(try Gzip.inflate(bytes) == content, "byte \(byte), bit \(bit)") }
      }
    }
  }

  /// zlib reads the method, byte 2, together with the flags behind it.
  @Test func theHeadersByteIsNamed() {
    #expect(
      error([0x1F, 0x8B, 7] + compressed.dropFirst(3)) == .damaged(byte: 4, reason: "unknown compression method"))
  }

  @Test func trailingBytesAreRefused() {
    #expect(error(compressed + [0, 1]) == .trailingBytes(byte: compressed.count))
  }

  @Test func aBombIsRefused() {
    let bomb = SampleFiles.gzipped([UInt8](repeating: 0, count: 64 << 20))
    #expect(bomb.count < 100_000)
    guard case .tooLarge(limit: 1_000_000, _) = error(bomb, limit: 1_000_000) else {
      Issue.record("\(String(describing: error(bomb, limit: 1_000_000)))")
      return
    }
    #expect(error(compressed, limit: plain.count) == nil)
    #expect(error(compressed, limit: plain.count - 1) != nil)
  }
}
