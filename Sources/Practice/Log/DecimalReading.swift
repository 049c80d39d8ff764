/// Decimal numbers as the doubles nearest to them: in Embedded Swift, which keeps numbers of 64 bits, nothing reads them.
enum DecimalReading {
  /// More digits than any number halfway between two doubles has.
  private static let mostDigits = 800

  /// A whole text in decimal notation: `-3`, `3.25`, `.5`, `2e-3`; `nil` for anything else.
  static func number(_ text: String) -> Double? { number(text.utf8) }

  static func number(_ text: some Sequence<UInt8>) -> Double? {
    var bytes = text.makeIterator()
    var next = bytes.next()
    let isNegative = next == 0x2D
    if isNegative || next == 0x2B { next = bytes.next() }
    var digits: [UInt8] = []
    var exponent = 0
    while let digit = next, digit >= 0x30, digit <= 0x39 {
      digits.append(digit - 0x30)
      next = bytes.next()
    }
    if next == 0x2E {
      next = bytes.next()
      while let digit = next, digit >= 0x30, digit <= 0x39 {
        digits.append(digit - 0x30)
        exponent -= 1
        next = bytes.next()
      }
    }
    if digits.isEmpty { return nil }
    if next == 0x65 || next == 0x45 {
      next = bytes.next()
      let isSmall = next == 0x2D
      if isSmall || next == 0x2B { next = bytes.next() }
      guard next != nil else { return nil }
      var power = 0
      while let digit = next, digit >= 0x30, digit <= 0x39 {
        power = min(power &* 10 &+ Int(digit - 0x30), mostPower)
        next = bytes.next()
      }
      exponent += isSmall ? -power : power
    }
    guard next == nil else { return nil }
    let value = value(of: digits, exponent: exponent)
    return isNegative ? -value : value
  }

  /// A larger one makes a number infinite or nothing, whatever digits stand before it.
  static let mostPower = 100_000_000

  /// The double nearest to digits (0 … 9 each) · 10^exponent; of two equally near ones the even. Infinite where it is too large.
  static func value(of digits: [UInt8], exponent: Int) -> Double {
    var first = 0
    while first < digits.count, digits[first] == 0 { first += 1 }
    var end = digits.count
    while end > first, digits[end - 1] == 0 { end -= 1 }
    if first == end { return 0 }
    var power = exponent + (digits.count - end)
    if end - first + power > 310 { return .infinity }
    if end - first + power < -330 { return 0 }
    var kept = Array(digits[first..<end])
    if kept.count > mostDigits {
      // That there is more decides between two doubles, and not what it is.
      power += kept.count - mostDigits
      kept.removeLast(kept.count - mostDigits)
      kept[mostDigits - 1] |= 1
    }
    return exact(kept, power) ?? rounded(kept, power)
  }

  /// A product or quotient of two doubles that have no rounding in them has one rounding: the right one.
  private static func exact(_ digits: [UInt8], _ power: Int) -> Double? {
    guard digits.count <= 15, power >= -22, power <= 22 else { return nil }
    var number: UInt64 = 0
    for digit in digits { number = number &* 10 &+ UInt64(digit) }
    var ten = 1.0
    for _ in 0..<(power < 0 ? -power : power) { ten *= 10 }
    return power < 0 ? Double(number) / ten : Double(number) * ten
  }

  /// Long division of whole numbers, bit by bit: (Clinger 1990, "How to read floating point numbers accurately").
  private static func rounded(_ digits: [UInt8], _ power: Int) -> Double {
    var numerator = Natural(0)
    for digit in digits { numerator.multiply(by: 10, adding: UInt32(digit)) }
    var denominator = Natural(1)
    for _ in 0..<(power < 0 ? -power : power) {
      if power < 0 { denominator.multiply(by: 10) } else { numerator.multiply(by: 10) }
    }
    // Brings the quotient to 1 … 2; the number is that times 2^binary.
    var binary = numerator.bits - denominator.bits
    if binary > 0 { denominator.shiftLeft(by: binary) } else { numerator.shiftLeft(by: -binary) }
    if numerator < denominator {
      numerator.shiftLeft(by: 1)
      binary -= 1
    }
    if binary > 1023 { return .infinity }
    // The smallest doubles have fewer bits.
    let bits = binary >= -1022 ? 53 : 53 + 1022 + binary
    if bits < 0 { return 0 }
    var significand: UInt64 = 0
    for _ in 0..<bits {
      let isOne = !(numerator < denominator)
      significand = significand &<< 1 | (isOne ? 1 : 0)
      if isOne { numerator.subtract(denominator) }
      numerator.shiftLeft(by: 1)
    }
    if denominator < numerator || !(numerator < denominator) && significand & 1 == 1 { significand += 1 }
    // One that has become 2^53 counts on into the exponent.
    let start = binary >= -1022 ? UInt64(binary + 1022) &<< 52 : 0
    return Double(bitPattern: start &+ significand)
  }
}

/// A whole number of any size, the lowest 32 bits first.
private struct Natural {
  private var limbs: [UInt32]

  init(_ value: UInt32) { limbs = value == 0 ? [] : [value] }

  /// How many bits it has.
  var bits: Int { limbs.count &* 32 - (limbs.last?.leadingZeroBitCount ?? 0) }

  mutating func multiply(by factor: UInt32, adding summand: UInt32 = 0) {
    var carry = UInt64(summand)
    for index in 0..<limbs.count {
      let sum = UInt64(limbs[index]) &* UInt64(factor) &+ carry
      limbs[index] = UInt32(truncatingIfNeeded: sum)
      carry = sum &>> 32
    }
    if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }

  mutating func shiftLeft(by bits: Int) {
    if limbs.isEmpty { return }
    let part = UInt32(bits % 32)
    if part > 0 {
      var carry: UInt32 = 0
      for index in 0..<limbs.count {
        let limb = limbs[index]
        limbs[index] = limb &<< part | carry
        carry = limb &>> (32 - part)
      }
      if carry > 0 { limbs.append(carry) }
    }
    if bits >= 32 { limbs.insert(contentsOf: [UInt32](repeating: 0, count: bits / 32), at: 0) }
  }

  /// What is taken away is not larger.
  mutating func subtract(_ other: Natural) {
    var borrow: UInt64 = 0
    for index in 0..<limbs.count {
      let difference = UInt64(limbs[index]) &- (index < other.limbs.count ? UInt64(other.limbs[index]) : 0) &- borrow
      limbs[index] = UInt32(truncatingIfNeeded: difference)
      borrow = difference &>> 63
    }
    while limbs.last == 0 { limbs.removeLast() }
  }

  static func < (left: Natural, right: Natural) -> Bool {
    if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
    var index = left.limbs.count
    while index > 0 {
      index -= 1
      if left.limbs[index] != right.limbs[index] { return left.limbs[index] < right.limbs[index] }
    }
    return false
  }
}
