/// A scanner that finds where the values of a text in JSON begin and end, and that it is one.
struct JSONScanner {
  private let bytes: [UInt8]
  private var place: Int
  private var valuesLeft: Int
  /// A line of ours has a list in a list; a stranger's may have a million brackets.
  private static let maximumDepth = 16

  init(bytes: [UInt8], from place: Int = 0, maximumValues: Int = .max) {
    self.bytes = bytes
    self.place = place
    valuesLeft = maximumValues
  }

  var isAtEnd: Bool { place == bytes.count }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
  }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  /// The place of the next value.
  mutating func value(depth: Int) throws(JSONObject.Failure) -> Range<Int> {
    let start = place
    switch next {
    case UInt8(ascii: "{"):
      try members(until: "}", depth: depth) { (scanner) throws(JSONObject.Failure) in
        _ = try scanner.text()
        scanner.skipSpace()
        guard scanner.skip(":") else { throw .malformed }
        scanner.skipSpace()
        _ = try scanner.value(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      try count()
      try members(until: "]", depth: depth) { (scanner) throws(JSONObject.Failure) in
        try scanner.count()
        _ = try scanner.value(depth: depth + 1)
      }
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
    return start..<place
  }

  private mutating func count() throws(JSONObject.Failure) {
    valuesLeft -= 1
    if valuesLeft < 0 { throw .tooManyValues }
  }

  private mutating func members(
    until end: Unicode.Scalar, depth: Int, _ member: (inout JSONScanner) throws(JSONObject.Failure) -> Void
  ) throws(JSONObject.Failure) {
    guard depth < Self.maximumDepth else { throw tooDeep() }
    place += 1
    skipSpace()
    if skip(end) { return }
    repeat {
      skipSpace()
      try member(&self)
      skipSpace()
    } while skip(",")
    guard skip(end) else { throw .malformed }
  }

  /// Returns the error of what is nested too deep: it is no longer looked at, but for how deep it is.
  private mutating func tooDeep() -> JSONObject.Failure {
    while skip("[") {
      valuesLeft -= 1
      skipSpace()
    }
    return valuesLeft < 0 ? .tooManyValues : .malformed
  }

  private mutating func word(_ word: StaticString) throws(JSONObject.Failure) {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw .malformed }
      place += 1
    }
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    return place - start
  }

  private mutating func number() throws(JSONObject.Failure) {
    _ = skip("-")
    let start = place
    let count = digits()
    guard count == 1 || (count > 1 && bytes[start] != 0x30) else { throw .malformed }
    if skip("."), digits() == 0 { throw .malformed }
    if skip("e") || skip("E") {
      if !skip("-") { _ = skip("+") }
      if digits() == 0 { throw .malformed }
    }
  }

  /// The place of the next text, without its quotes.
  mutating func text() throws(JSONObject.Failure) -> Range<Int> {
    guard skip("\"") else { throw .malformed }
    let start = place
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return start..<place - 1
      // What comes behind it belongs to the text, whatever it is.
      case UInt8(ascii: "\\"): place += 2
      case 0..<0x20: throw .malformed
      default: place += 1
      }
    }
    throw .malformed
  }
}
