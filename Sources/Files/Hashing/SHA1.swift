import Foundation

/// The hash SHA-1 (FIPS 180-4, section 6.1). Anki's format asks for it, to find equal notes; nothing else should.
package struct SHA1 {
  /// The digest, of 20 bytes.
  package let digest: [UInt8]

  package init(of text: String) {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var blocks = HashBlocks()
    Data(text.utf8).withUnsafeBytes { bytes in blocks.add(bytes) { Self.take($0, &state) } }
    blocks.finish { Self.take($0, &state) }
    digest = HashBlocks.bytes(state)
  }

  private static func take(_ block: UnsafeRawBufferPointer, _ state: inout [UInt32]) {
    var w = (0..<16).map { UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
    for t in 16..<80 { w.append(rotated(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1)) }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for t in 0..<80 {
      let (f, k): (UInt32, UInt32) =
        switch t {
        case 0..<20: (b & c ^ ~b & d, 0x5A82_7999)
        case 20..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case 40..<60: (b & c ^ b & d ^ c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (e, d, c, b, a) = (d, c, rotated(b, 30), a, rotated(a, 5) &+ f &+ e &+ k &+ w[t])
    }
    for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word << count | word >> (32 - count) }
}
