/// A check that tells text in UTF-8 from other bytes, as they come; a zero byte is no text either (Unicode standard,
/// table 3-7).
struct UTF8Check {
  private var index = 0
  /// The index at which the character under way begins; `missing` is the number of its bytes still to come.
  private var start = 0
  private var missing = 0
  /// The bounds within which its next byte must lie.
  private var bounds: ClosedRange<UInt8> = 0x80...0xBF

  /// - Returns: where the byte at fault is; `nil` where there is none so far.
  mutating func take(_ byte: UInt8) -> Int? {
    defer { index += 1 }
    guard missing == 0 else {
      guard bounds.contains(byte) else { return index }
      missing -= 1
      bounds = 0x80...0xBF
      return nil
    }
    start = index
    switch byte {
    case 0x01...0x7F: return nil
    case 0xC2...0xDF: missing = 1
    case 0xE0...0xEF:
      missing = 2
      if byte == 0xE0 { bounds = 0xA0...0xBF }
      if byte == 0xED { bounds = 0x80...0x9F }
    case 0xF0...0xF4:
      missing = 3
      if byte == 0xF0 { bounds = 0x90...0xBF }
      if byte == 0xF4 { bounds = 0x80...0x8F }
    default: return index
    }
    return nil
  }

  /// Returns the index at which a character begins that is not whole; `nil` where there is none.
  func finish() -> Int? { missing > 0 ? start : nil }
}
