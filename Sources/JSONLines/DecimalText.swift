/// A number in decimal notation, as its digits and its power of ten.
struct DecimalText {
  private let isNegative: Bool
  /// The first digits but leading zeros, up to nineteen of them.
  private var leading: UInt64 = 0
  /// All digits but leading zeros, each 0 to 9; empty where `leading` has them all.
  private var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private var exponent = 0

  /// The number of digits that tell numbers apart; of the others it matters only whether there is one that is not zero.
  private static let maximumDigits = 800

  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    func take(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest = rest.dropFirst()
      return true
    }
    isNegative = take("-")
    if !isNegative { _ = take("+") }
    var count = 0
    var significant = 0
    var isBehindPoint = false
    let start = rest
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else if (0x30...0x39).contains(byte) {
        count += 1
        if isBehindPoint { exponent -= 1 }
        if significant > 0 || byte != 0x30 { significant += 1 }
        if significant <= 19 { leading = leading &* 10 &+ UInt64(byte &- 0x30) }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard count > 0 else { return nil }
    if significant > 19 { keepDigits(start.prefix(start.count - rest.count), significant) }
    guard let mark = rest.first else { return }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
    rest = rest.dropFirst()
    let isDown = take("-")
    if !isDown { _ = take("+") }
    guard !rest.isEmpty else { return nil }
    var power = 0
    for byte in rest {
      guard (0x30...0x39).contains(byte) else { return nil }
      power = min(99_999_999, 10 * power + Int(byte &- 0x30))
    }
    exponent += isDown ? -power : power
  }

  private mutating func keepDigits(_ text: ArraySlice<UInt8>, _ significant: Int) {
    digits.reserveCapacity(min(significant, Self.maximumDigits) + 1)
    var hasMore = false
    for byte in text where byte != UInt8(ascii: ".") && !(digits.isEmpty && byte == 0x30) {
      if digits.count < Self.maximumDigits {
        digits.append(byte - 0x30)
      } else if byte != 0x30 {
        hasMore = true
      }
    }
    exponent += significant - digits.count
    guard hasMore else { return }
    digits.append(1)
    exponent -= 1
  }

  /// The number where one operation on two exact ones gives it, and so rounds it correctly (Clinger 1990).
  var exactDouble: Double? {
    if leading == 0 { return isNegative ? -0.0 : 0 }
    guard digits.isEmpty, leading < 1 << 53, (-22...22).contains(exponent) else { return nil }
    // Powers of ten up to the 22nd are exact.
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    let value = exponent < 0 ? Double(leading) / power : Double(leading) * power
    return isNegative ? -value : value
  }

  /// The number as the bits of the nearest one in a format, by division of whole numbers without end.
  func rounded(to format: BinaryFormat) -> (bits: UInt64, isFinite: Bool) {
    var numerator = BigNumber(leading), denominator = BigNumber(1)
    if !digits.isEmpty {
      numerator = BigNumber(0)
      for digit in digits { numerator.multiply(by: 10, adding: UInt32(digit)) }
    }
    // Far beyond all formats, what is multiplied out below would take for ever.
    let magnitude = exponent + (digits.isEmpty ? 19 : digits.count)
    if numerator.isZero || magnitude < -400 { return (format.bits(0, 0, isNegative), true) }
    if exponent > 400 { return (0, false) }
    for _ in 0..<exponent.magnitude {
      if exponent < 0 { denominator.multiply(by: 10) } else { numerator.multiply(by: 10) }
    }
    // numerator ÷ denominator · 2^power, the fraction at least 1 and below 2
    var power = numerator.bitWidth - denominator.bitWidth
    if power > 0 { denominator.shiftLeft(power) } else { numerator.shiftLeft(-power) }
    if numerator < denominator {
      numerator.shiftLeft(1)
      power -= 1
    }
    // Below the lowest exponent there are fewer digits, down to none.
    let width = format.precision - max(0, format.lowestExponent - power)
    guard width >= 0 else { return (format.bits(0, 0, isNegative), true) }
    var significand: UInt64 = 0
    for _ in 0..<width {
      significand <<= 1
      if numerator >= denominator {
        numerator.subtract(denominator)
        significand |= 1
      }
      numerator.shiftLeft(1)
    }
    // What is left is compared with half of the last digit; the middle goes to the even one.
    if denominator < numerator || (numerator == denominator && significand & 1 == 1) { significand += 1 }
    if significand == 1 << UInt64(format.precision) {
      significand >>= 1
      power += 1
    }
    guard power <= -format.lowestExponent + 1 else { return (0, false) }
    return (format.bits(significand, power, isNegative), true)
  }
}

/// A binary floating-point format of IEEE 754.
struct BinaryFormat {
  /// Binary digits of the significand, the one in front of the point included.
  let precision: Int
  /// The exponent of the smallest number that has them all.
  let lowestExponent: Int
  /// Bits of a number.
  let width: Int

  /// The bits of significand · 2^(power − precision + 1).
  func bits(_ significand: UInt64, _ power: Int, _ isNegative: Bool) -> UInt64 {
    let fraction = UInt64(precision - 1)
    let sign: UInt64 = isNegative ? 1 << UInt64(width - 1) : 0
    // Without its leading digit a number is subnormal, and its exponent is written as 0.
    guard significand >> fraction != 0 else { return sign | significand }
    let exponent = UInt64(max(power, lowestExponent) - lowestExponent + 1)
    return sign | exponent << fraction | significand & (1 << fraction - 1)
  }
}
