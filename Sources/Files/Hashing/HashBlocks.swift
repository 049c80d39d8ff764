/// Bytes as blocks of 64, the last of them with a one behind and the number of bits at its end (FIPS 180-4, section
/// 5.1.1).
struct HashBlocks {
  private static let size = 64
  /// The bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer, _ take: (UnsafeRawBufferPointer) -> Void) {
    count += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.size - rest.count, bytes.count)
      rest += bytes[..<start]
      guard rest.count == Self.size else { return }
      rest.withUnsafeBytes(take)
      rest.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= Self.size {
      take(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Self.size]))
      start += Self.size
    }
    rest += bytes[start...]
  }

  mutating func finish(_ take: (UnsafeRawBufferPointer) -> Void) {
    let bits = count * 8
    var end: [UInt8] = [0x80]
    while (rest.count + end.count) % Self.size != Self.size - 8 { end.append(0) }
    end += withUnsafeBytes(of: bits.bigEndian) { Array($0) }
    end.withUnsafeBytes { add($0, take) }
  }

  /// Words as bytes, the highest first.
  static func bytes(_ words: [UInt32]) -> [UInt8] {
    words.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }
}

extension Sequence<UInt8> {
  /// Each byte as two digits.
  package var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
