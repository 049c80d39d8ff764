/// The 64-bit hash FNV-1a (Fowler, Noll & Vo 1991): h ← (h ⊕ byte) · 0x100000001b3.
///
/// It tells things apart and makes seeds of names; it does not stand up to someone who wants to deceive.
@frozen public struct FNV1a: Equatable, Sendable {
  public var value: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public init() {}

  @inlinable public mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  public mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
  }
}
