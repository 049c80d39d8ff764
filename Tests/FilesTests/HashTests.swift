import Foundation
import TestSupport
import Testing

@testable import Files

/// Vectors of FIPS 180-4 as NIST publishes them (examples with intermediate values; CAVP, short and long messages).
@Suite struct HashTests {
  static let long = String(repeating: "a", count: 1_000_000)
  static let twoBlocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (twoBlocks, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    (long, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]) func sha256(text: String, expected: String) {
    #expect(SHA256(of: text).hexadecimal == expected)
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"), ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (twoBlocks, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"), (long, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
  ]) func sha1(text: String, expected: String) {
    #expect(SHA1(of: text).digest.hexadecimal == expected)
  }

  /// Wherever a text is cut, and however long it is, its parts come to the hash of the whole.
  @Test func partsAreAsTheWhole() {
    for count in 0...200 {
      let text = Data((0..<count).map { UInt8($0) })
      let whole = SHA256(of: text).digest
      for cut in stride(from: 0, through: count, by: 7) {
        var hash = SHA256()
        hash.update(text.prefix(cut))
        // Asking for it on the way changes nothing.
        _ = hash.digest
        hash.update(text.dropFirst(cut))
        #expect(hash.digest == whole, "\(count) bytes, cut at \(cut)")
      }
    }
  }

  /// The same as a program that is not ours finds, for lengths about the ends of blocks.
  @Test func asTheSystemFindsIt() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum") else { return }
    let folder = try TemporaryFolder()
    let names = (50..<132).map { "\($0)" }
    for name in names {
      try Data((0..<(Int(name) ?? 0)).map { UInt8(truncatingIfNeeded: 31 &* $0) })
        .write(to: folder.url.appending(path: name))
    }
    let process = Process(), output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = names
    process.currentDirectoryURL = folder.url
    process.standardOutput = output
    try process.run()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let ours = try names.map {
      SHA256(of: try Data(contentsOf: folder.url.appending(path: $0))).hexadecimal + "  \($0)\n"
    }
    #expect(said == ours.joined())
  }
}
