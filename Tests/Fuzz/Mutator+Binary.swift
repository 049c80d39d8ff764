import Numerics

extension Mutator {
  /// Bytes that are no text: numbers of four bytes become others, parts go, come twice or from elsewhere.
  mutating func changedBinary(_ bytes: [UInt8], others: [[UInt8]] = []) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<pick([0, 1, 1, 1, 2, 3]) {
      let span = span(of: bytes.count, upTo: 32)
      guard let first = span.first else { break }
      switch random.integer(below: 6) {
      case 0: bytes[first] ^= 1 << UInt8(random.integer(below: 8))
      case 1, 2:
        // Most numbers stand at a multiple of their length.
        let word = pick(Self.words)
        for place in 0..<4 where first & ~3 + place < bytes.count {
          bytes[first & ~3 + place] = UInt8(truncatingIfNeeded: word >> (8 * place))
        }
      case 3: bytes.removeSubrange(span)
      case 4: bytes.insert(contentsOf: Array(repeatElement(bytes[span], count: pick([1, 2, 200])).joined()), at: first)
      default:
        let other = others.isEmpty ? bytes : pick(others)
        bytes = bytes[..<first] + Array(other[self.span(of: other.count, upTo: other.count)])
      }
    }
    return Array(bytes.prefix(Self.longest))
  }

  private static let words: [UInt32] = [
    0, 1, 2, 3, 4, 5, 255, 256, 65_535, 65_536, 1 << 24, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0x3F80_0000,
    0x7F80_0000,
    0x7FC0_0000,
  ]
}
