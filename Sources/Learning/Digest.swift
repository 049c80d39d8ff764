/// A fingerprint of numbers' bits: FNV-1a with 64 bits (Fowler, Noll & Vo 1991).
///
/// It finds a difference, it does not stand up to someone who wants to hide one.
public struct Digest: Equatable, Sendable {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  public init(_ values: [Float]) {
    values.withUnsafeBufferPointer { combine($0) }
  }

  public mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The bits of each number, lowest byte first.
  public mutating func combine(_ values: UnsafeBufferPointer<Float>) {
    for number in values {
      var bits = number.bitPattern
      for _ in 0..<4 {
        combine(UInt8(truncatingIfNeeded: bits))
        bits &>>= 8
      }
    }
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits: [Character] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f"]
    var text = ""
    for place in 0..<16 { text.append(digits[Int(truncatingIfNeeded: (value &>> UInt64(60 - 4 * place)) & 15)]) }
    return text
  }
}
