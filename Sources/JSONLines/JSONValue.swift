/// A value of JSON that the scanner has found in some bytes.
struct JSONValue {
  typealias Failure = JSONObject.Failure

  let bytes: [UInt8]
  let range: Range<Int>

  private var first: UInt8 { bytes[range.lowerBound] }
  var isNull: Bool { first == UInt8(ascii: "n") }

  private var isNumber: Bool { first == UInt8(ascii: "-") || (0x30...0x39).contains(first) }

  func float() throws(Failure) -> Float {
    guard isNumber, let value = Float(decimal: bytes[range]) else { throw .malformed }
    return value
  }

  func double() throws(Failure) -> Double {
    guard isNumber, let value = Double(decimal: bytes[range]) else { throw .malformed }
    return value
  }

  func flag() throws(Failure) -> Bool {
    guard first == UInt8(ascii: "t") || first == UInt8(ascii: "f") else { throw .malformed }
    return first == UInt8(ascii: "t")
  }

  func integer() throws(Failure) -> Int64 {
    guard isNumber else { throw .malformed }
    // Digits alone are the rule, each of them exact.
    let isNegative = first == UInt8(ascii: "-")
    var value: Int64 = 0
    for byte in bytes[range].dropFirst(isNegative ? 1 : 0) {
      guard (0x30...0x39).contains(byte) else { return try wholeDouble() }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - 0x30)
      let (next, isTooMuch) = product.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooLarge, !isTooMuch else { throw .malformed }
      value = next
    }
    return value
  }

  private func wholeDouble() throws(Failure) -> Int64 {
    // Up to 2⁵³, each whole number has a Double of its own.
    guard let value = Int64(exactly: try double()), value.magnitude <= 1 << 53 else { throw .malformed }
    return value
  }

  /// Calls `body` with the values of a list, in order.
  func forEach(_ body: (JSONValue) throws(Failure) -> Void) throws(Failure) {
    guard first == UInt8(ascii: "[") else { throw .malformed }
    var scanner = JSONScanner(bytes: bytes, from: range.lowerBound + 1)
    scanner.skipSpace()
    if scanner.skip("]") { return }
    repeat {
      scanner.skipSpace()
      try body(JSONValue(bytes: bytes, range: try scanner.value(depth: 1)))
      scanner.skipSpace()
    } while scanner.skip(",")
  }

  func texts() throws(Failure) -> [String] {
    var texts: [String] = []
    try forEach { (element) throws(Failure) in texts.append(try element.text()) }
    return texts
  }

  /// The range between the quotes.
  private func content() throws(Failure) -> Range<Int> {
    guard first == UInt8(ascii: "\"") else { throw .malformed }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  func text() throws(Failure) -> String {
    let content = try content()
    var isPlain = true
    for byte in bytes[content] where byte == UInt8(ascii: "\\") || byte >= 0x80 { isPlain = false }
    if isPlain { return String(decoding: bytes[content], as: UTF8.self) }
    guard let text = String(validating: try unescaped(content), as: UTF8.self) else { throw .malformed }
    return text
  }

  private func unescaped(_ content: Range<Int>) throws(Failure) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var place = content.lowerBound
    while place < content.upperBound {
      guard bytes[place] == UInt8(ascii: "\\") else {
        text.append(bytes[place])
        place += 1
        continue
      }
      place += 2
      switch bytes[place - 1] {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"): append(try scalar(&place, content.upperBound), to: &text)
      case let sign where sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "\\") || sign == UInt8(ascii: "/"):
        text.append(sign)
      default: throw .malformed
      }
    }
    return text
  }

  /// The character of the four digits at `place`, or of two such halves (RFC 8259, 7).
  private func scalar(_ place: inout Int, _ end: Int) throws(Failure) -> Unicode.Scalar {
    let high = try unit(&place, end)
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard (0xD800..<0xDC00).contains(high), place + 2 <= end, bytes[place] == UInt8(ascii: "\\"),
      bytes[place + 1] == UInt8(ascii: "u")
    else { throw .malformed }
    place += 2
    let low = try unit(&place, end)
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw .malformed }
    return scalar
  }

  private func unit(_ place: inout Int, _ end: Int) throws(Failure) -> UInt32 {
    guard place + 4 <= end else { throw .malformed }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: throw .malformed
      }
    }
    place += 4
    return value
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
  }

  func base64() throws(Failure) -> [UInt8] {
    let content = try content()
    guard content.count % 4 == 0 else { throw .malformed }
    var data: [UInt8] = []
    data.reserveCapacity(content.count / 4 * 3)
    for start in stride(from: content.lowerBound, to: content.upperBound, by: 4) {
      var group: UInt32 = 0
      var padding = 0
      for place in start..<start + 4 {
        let byte = bytes[place]
        if byte == UInt8(ascii: "="), place >= start + 2, start + 4 == content.upperBound {
          padding += 1
          group <<= 6
        } else if padding == 0, let digit = Self.digit(byte) {
          group = group << 6 | digit
        } else {
          throw .malformed
        }
      }
      for shift in stride(from: 16, through: 8 * padding, by: -8) {
        data.append(UInt8(truncatingIfNeeded: group >> UInt32(shift)))
      }
    }
    return data
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
