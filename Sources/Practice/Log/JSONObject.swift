import JSONLines

/// An object of JSON (RFC 8259) that stands alone in some bytes, such as a line of the log.
///
/// Foundation's decoder takes 30 microseconds for such a line, more than SQLite for keeping it.
package struct JSONObject: Equatable, Sendable {
  package enum Value: Equatable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([Value])
    case object(JSONObject)
  }

  package var values: [ExactText: Value] = [:]

  /// `nil` for what is no such thing.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = JSONReader(bytes: bytes)
    guard case .object(let object) = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    guard reader.isAtEnd else { return nil }
    self = object
  }

  package init(values: [ExactText: Value]) { self.values = values }
}

/// Goes through the bytes. What it does not understand is `nil`, and so is then the whole.
private struct JSONReader {
  /// A line of the log has an object in an object; a stranger's file may have a million brackets.
  private static let depth = 16

  let bytes: UnsafeRawBufferPointer
  private var place = 0

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
  }

  private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  mutating func value(depth: Int) -> JSONObject.Value? {
    skipSpace()
    guard depth < Self.depth else { return nil }
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""): return text().map { .text($0) }
    case UInt8(ascii: "t"): return word("true", .flag(true))
    case UInt8(ascii: "f"): return word("false", .flag(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONObject.Value) -> JSONObject.Value? {
    let end = place + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[place..<end].elementsEqual(word.description.utf8) else { return nil }
    place = end
    return value
  }

  private mutating func object(depth: Int) -> JSONObject.Value? {
    var values: [ExactText: JSONObject.Value] = [:]
    place += 1
    skipSpace()
    if skip("}") { return .object(JSONObject(values: values)) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\""), let name = text() else { return nil }
      skipSpace()
      guard skip(":"), let value = value(depth: depth + 1) else { return nil }
      values[ExactText(name)] = value
      skipSpace()
      if skip("}") { return .object(JSONObject(values: values)) }
      guard skip(",") else { return nil }
    }
  }

  private mutating func list(depth: Int) -> JSONObject.Value? {
    var values: [JSONObject.Value] = []
    place += 1
    skipSpace()
    if skip("]") { return .list(values) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      skipSpace()
      if skip("]") { return .list(values) }
      guard skip(",") else { return nil }
    }
  }

  private mutating func number() -> JSONObject.Value? {
    let start = place
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    var isInteger = true
    let isNegative = skip("-")
    let digits = place
    while isDigit(next) { place += 1 }
    guard place > digits, place == digits + 1 || bytes[digits] != 0x30 else { return nil }
    if next == UInt8(ascii: "."), place + 1 < bytes.count, isDigit(bytes[place + 1]) {
      isInteger = false
      place += 1
      while isDigit(next) { place += 1 }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      isInteger = false
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard isDigit(next) else { return nil }
      while isDigit(next) { place += 1 }
    }
    // Eighteen digits are never too many.
    if isInteger, place - digits <= 18 {
      let size = bytes[digits..<place].reduce(Int64(0)) { $0 &* 10 &+ Int64($1 - 0x30) }
      return .integer(isNegative ? -size : size)
    }
    if isInteger, let number = whole(bytes[digits..<place], isNegative) { return .integer(number) }
    guard let number = Double(decimal: Array(bytes[start..<place])[...]) else { return nil }
    return .number(number)
  }

  /// `nil` where it has more than 64 bits.
  private func whole(_ digits: Slice<UnsafeRawBufferPointer>, _ isNegative: Bool) -> Int64? {
    var number: Int64 = 0
    for digit in digits {
      let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      // Towards the negative end, of which there is one more.
      let (rest, isStillTooLarge) = product.subtractingReportingOverflow(Int64(digit - 0x30))
      if isTooLarge || isStillTooLarge { return nil }
      number = rest
    }
    return isNegative ? number : number == .min ? nil : -number
  }
}

extension JSONReader {
  private mutating func text() -> String? {
    place += 1
    var start = place
    var whole: [UInt8] = []
    var isASCII = true
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        let rest = bytes[start..<place]
        place += 1
        guard !whole.isEmpty else { return Self.decode(rest, isASCII: isASCII) }
        whole += rest
        return Self.decode(whole, isASCII: isASCII)
      case UInt8(ascii: "\\"):
        whole += bytes[start..<place]
        place += 1
        guard let scalar = escaped() else { return nil }
        if !scalar.isASCII { isASCII = false }
        whole += Array(String(scalar).utf8)
        start = place
      case 0..<0x20: return nil
      default:
        if byte >= 0x80 { isASCII = false }
        place += 1
      }
    }
    return nil
  }

  /// `nil` for what is not UTF-8.
  private static func decode(_ bytes: some Collection<UInt8>, isASCII: Bool) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    return isASCII || text.utf8.elementsEqual(bytes) ? text : nil
  }

  /// What stands behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = unit() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
      // The second half of a pair.
      guard skip("\\"), skip("u"), let second = unit(), (0xDC00..<0xE000).contains(second) else { return nil }
      return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard place + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Self.digit(byte) else { return nil }
      value = value << 4 | digit
    }
    place += 4
    return value
  }

  /// The value of a hexadecimal digit.
  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x37)
    case 0x61...0x66: UInt32(byte - 0x57)
    default: nil
    }
  }
}
