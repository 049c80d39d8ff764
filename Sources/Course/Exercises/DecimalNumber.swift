/// A number at the beginning of a text, in decimal notation: digits of ASCII, a point between them, a minus sign of
/// either kind, an exponent. What Swift reads besides (`0x10`, `1e400`, `inf`, `nan`) is no number here.
package struct DecimalNumber {
  package var value: Double
  /// The text behind the number.
  package var rest: Substring
  /// The number as Swift reads it.
  fileprivate var digits: String

  package init?(_ text: some StringProtocol) {
    let text = Substring(text)
    var rest = text
    var digits = ""
    func take(_ signs: String) -> Bool {
      guard let first = rest.first, signs.contains(first) else { return false }
      digits.append(first == "−" ? "-" : first)
      rest.removeFirst()
      return true
    }
    func takeDigits() -> Int {
      var count = 0
      while take("0123456789") { count += 1 }
      return count
    }
    _ = take("-−+")
    var count = takeDigits()
    if take(".") { count += takeDigits() }
    guard count > 0 else { return nil }
    let (mantissa, unit) = (digits, rest)
    // An `e` without digits behind it begins the unit, as in `3eV`.
    if take("eE") {
      _ = take("-−+")
      if takeDigits() == 0 { (digits, rest) = (mantissa, unit) }
    }
    guard !Self.isOtherNotation(text), let value = Double(digits), value.isFinite else { return nil }
    (self.value, self.rest, self.digits) = (value, rest, digits)
  }

  /// `0x10`, `0b11`, `0o17`, `1_000`: a programmer's numbers.
  package static func isOtherNotation(_ text: some StringProtocol) -> Bool {
    let number = text.drop { "+-−".contains($0) }
    let signs = Array(number.prefix(3))
    if signs.count == 3, signs[0] == "0", "xXbBoO".contains(signs[1]), signs[2].isHexDigit { return true }
    return signs.first?.isWholeNumber == true && number.drop(while: \.isWholeNumber).first == "_"
  }
}

extension BinaryFloatingPoint where Self: LosslessStringConvertible {
  /// The whole text as a number in decimal notation; `nil` for what is none, or is too large.
  package init?(decimal text: some StringProtocol) {
    guard let number = DecimalNumber(text), number.rest.isEmpty, let value = Self(number.digits), value.isFinite else {
      return nil
    }
    self = value
  }
}
