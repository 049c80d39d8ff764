import Numerics

/// A fingerprint of numbers' bits, by `FNV1a`.
public struct Digest: Equatable, Sendable {
  private var hash = FNV1a()

  public var value: UInt64 { hash.value }

  public init() {}

  public init(_ values: [Float]) {
    values.withUnsafeBufferPointer { combine($0) }
  }

  public mutating func combine(_ byte: UInt8) {
    hash.combine(byte)
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
