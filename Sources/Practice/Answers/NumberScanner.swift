import JSONLines

/// A scanner of a typed number, code point by code point.
struct NumberScanner {
  private(set) var rest: ArraySlice<UInt32>
  /// The digits of the number so far, from 0 to 9 each, and the power of ten of the last one.
  private var digits: [UInt8] = []
  private var exponent = 0

  init(_ text: ArraySlice<UInt32>) { rest = text }

  /// Whether a unit may begin here, or nothing is left: no digit, no point or comma, no quote that groups digits.
  var isAtUnit: Bool {
    let unit = FoldedText.trimmed(rest)
    guard let first = unit.first else { return true }
    return !FoldedText.isDigit(first) && !Self.isPointOrComma(first) && !(rest.first == first && Self.isQuote(first))
  }

  /// `3`, `3.25`, `.5`, `3,25`, `2e-3`.
  mutating func plainNumber() -> Double? {
    let isNegative = takeSign()
    takeDigits()
    if let sign = rest.first, Self.isPointOrComma(sign) {
      rest.removeFirst()
      takeFraction()
    }
    if digits.isEmpty { return nil }
    takeExponent()
    return value(isNegative)
  }

  /// `49,152`, `1 234 567.5`, `49'152`: groups of three digits, all with the same kind of sign between them.
  mutating func groupedNumber() -> Double? {
    let isNegative = takeSign()
    if rest.first == 0x30 { return nil }
    takeDigits()
    guard digits.count >= 1, digits.count <= 3, let sign = rest.first, let kind = Self.kind(ofGroupSign: sign) else {
      return nil
    }
    while let sign = rest.first, Self.kind(ofGroupSign: sign) == kind, hasThreeDigits(behind: rest.startIndex) {
      rest.removeFirst()
      takeDigits()
    }
    if digits.count <= 3 { return nil }
    if rest.first == 0x2E, rest.count > 1, FoldedText.isDigit(rest[rest.startIndex + 1]) {
      rest.removeFirst()
      takeFraction()
    }
    takeExponent()
    return value(isNegative)
  }

  private func hasThreeDigits(behind index: Int) -> Bool {
    guard index + 3 < rest.endIndex else { return false }
    for place in 1...3 where !FoldedText.isDigit(rest[index + place]) { return false }
    return index + 4 == rest.endIndex || !FoldedText.isDigit(rest[index + 4])
  }

  private mutating func takeSign() -> Bool {
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    return isNegative
  }

  /// A larger one makes a number infinite or nothing, whatever digits stand before it.
  private static let maximumPower = 100_000_000

  private mutating func takeDigits() {
    while let digit = rest.first, FoldedText.isDigit(digit) {
      digits.append(UInt8(digit &- 0x30))
      rest.removeFirst()
    }
  }

  private mutating func takeFraction() {
    let count = digits.count
    takeDigits()
    exponent -= digits.count - count
  }

  /// An `e` without digits behind it begins the unit, as in `3eV`.
  private mutating func takeExponent() {
    guard let sign = rest.first, sign == 0x65 || sign == 0x45 else { return }
    var place = rest.startIndex + 1
    let isNegative = place < rest.endIndex && rest[place] == 0x2D
    if place < rest.endIndex, isNegative || rest[place] == 0x2B { place += 1 }
    let start = place
    var power = 0
    while place < rest.endIndex, FoldedText.isDigit(rest[place]) {
      power = min(power &* 10 &+ Int(rest[place] &- 0x30), Self.maximumPower)
      place += 1
    }
    guard place > start else { return }
    exponent += isNegative ? -power : power
    rest = rest[place...]
  }

  private func value(_ isNegative: Bool) -> Double {
    // Too large is infinite.
    let value = Double(decimal: (digits.map { $0 + 0x30 } + Array("e\(exponent)".utf8))[...]) ?? .infinity
    return isNegative ? -value : value
  }

  private static func isPointOrComma(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0x2C }

  private static func isQuote(_ scalar: UInt32) -> Bool { scalar == 0x27 || scalar == 0x2019 }

  /// A comma; a space, of ordinary width or narrow, that breaks or not; a quote.
  private static func kind(ofGroupSign scalar: UInt32) -> Int? {
    switch scalar {
    case 0x2C: 0
    case 0x20, 0xA0, 0x202F, 0x2009: 1
    case 0x27, 0x2019: 2
    default: nil
    }
  }
}

// MARK: Other ways of writing a number

extension NumberScanner {
  /// `0x10`, `0b11`, `0o17`, `1_000`: a programmer's numbers.
  static func isOtherNotation(_ text: ArraySlice<UInt32>) -> Bool {
    var number = text
    while let sign = number.first, sign == 0x2B || sign == 0x2D { number.removeFirst() }
    let start = number.startIndex
    if number.count >= 3, number[start] == 0x30, [0x78, 0x58, 0x62, 0x42, 0x6F, 0x4F].contains(number[start + 1]),
      isHexadecimal(number[start + 2])
    {
      return true
    }
    guard let first = number.first, FoldedText.isDigit(first) else { return false }
    while let digit = number.first, FoldedText.isDigit(digit) { number.removeFirst() }
    return number.first == 0x5F
  }

  private static func isHexadecimal(_ scalar: UInt32) -> Bool {
    FoldedText.isDigit(scalar) || scalar >= 0x41 && scalar <= 0x46 || scalar >= 0x61 && scalar <= 0x66
  }

  /// The text with `· 10⁻³` and `*10^-3` as `e-3`, and `10⁻³` alone as `1e-3`.
  static func withExponent(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var place = text.startIndex
    if place < text.endIndex, text[place] == 0x2B || text[place] == 0x2D { place += 1 }
    if let (exponent, end) = powerOfTen(text, at: place) {
      return text[..<place] + [0x31, 0x65] + exponent + text[end...]
    }
    for start in text.indices {
      let sign = afterSpaces(text, from: start)
      // · ⋅ × * x
      guard sign < text.endIndex, [0xB7, 0x22C5, 0xD7, 0x2A, 0x78].contains(text[sign]) else { continue }
      if let (exponent, end) = powerOfTen(text, at: afterSpaces(text, from: sign + 1)) {
        return text[..<start] + [0x65] + exponent + text[end...]
      }
    }
    return text
  }

  /// `10^-3` or `10⁻³`: the exponent, and where it ends.
  private static func powerOfTen(_ text: ArraySlice<UInt32>, at start: Int) -> (exponent: [UInt32], end: Int)? {
    guard start + 2 < text.endIndex, text[start] == 0x31, text[start + 1] == 0x30 else { return nil }
    var exponent: [UInt32] = []
    var place = afterSpaces(text, from: start + 2)
    if place < text.endIndex, text[place] == 0x5E {
      place = afterSpaces(text, from: place + 1)
      if place < text.endIndex, text[place] == 0x2B || text[place] == 0x2D {
        exponent.append(text[place])
        place += 1
      }
      let count = exponent.count
      while place < text.endIndex, FoldedText.isDigit(text[place]) {
        exponent.append(text[place])
        place += 1
      }
      return exponent.count > count ? (exponent, place) : nil
    }
    place = start + 2
    // ⁺ and ⁻
    if text[place] == 0x207A || text[place] == 0x207B {
      if text[place] == 0x207B { exponent.append(0x2D) }
      place += 1
    }
    let count = exponent.count
    while place < text.endIndex, let digit = raisedDigit(text[place]) {
      exponent.append(0x30 + digit)
      place += 1
    }
    return exponent.count > count ? (exponent, place) : nil
  }

  private static func raisedDigit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xB9: 1
    case 0xB2, 0xB3: scalar - 0xB0
    case 0x2070, 0x2074...0x2079: scalar - 0x2070
    default: nil
    }
  }

  private static func afterSpaces(_ text: ArraySlice<UInt32>, from start: Int) -> Int {
    var place = start
    while place < text.endIndex, FoldedText.isSpace(text[place]) { place += 1 }
    return place
  }
}
