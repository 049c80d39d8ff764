/// A whole number of any size.
struct BigNumber: Equatable {
  /// The number in base 2³², the lowest part first, the last one not zero.
  private var parts: [UInt32] = []

  init(_ value: UInt64) {
    parts = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  var isZero: Bool { parts.isEmpty }

  var bitWidth: Int { parts.last.map { 32 * parts.count - $0.leadingZeroBitCount } ?? 0 }

  private mutating func trim() {
    while parts.last == 0 { parts.removeLast() }
  }

  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in parts.indices {
      carry += UInt64(parts[index]) * UInt64(factor)
      parts[index] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    if carry > 0 { parts.append(UInt32(carry)) }
  }

  mutating func shiftLeft(_ count: Int) {
    guard count > 0, !isZero else { return }
    let bits = UInt32(count % 32)
    if bits > 0 {
      var carry: UInt32 = 0
      for index in parts.indices {
        let part = parts[index]
        parts[index] = part << bits | carry
        carry = part >> (32 - bits)
      }
      if carry > 0 { parts.append(carry) }
    }
    if count >= 32 { parts.insert(contentsOf: [UInt32](repeating: 0, count: count / 32), at: 0) }
  }

  /// - Precondition: `other` is not larger.
  mutating func subtract(_ other: BigNumber) {
    var borrow: Int64 = 0
    for index in parts.indices {
      let difference = Int64(parts[index]) - (index < other.parts.count ? Int64(other.parts[index]) : 0) - borrow
      parts[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference < 0 ? 1 : 0
    }
    trim()
  }

  static func < (left: BigNumber, right: BigNumber) -> Bool {
    if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
    for index in left.parts.indices.reversed() where left.parts[index] != right.parts[index] {
      return left.parts[index] < right.parts[index]
    }
    return false
  }

  static func >= (left: BigNumber, right: BigNumber) -> Bool { !(left < right) }
}
