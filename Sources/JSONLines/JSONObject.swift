// JSONLines: objects of JSON, a line each, read and written as bytes; exact decimal numbers.

/// The fields of an object of JSON (RFC 8259) that stands alone in some bytes, such as a line of events.
///
/// What stands in a field is read when it is asked for. Everything that is no JSON is found before.
package struct JSONObject {
  /// The reason why bytes, or a field in them, cannot be read.
  package enum Failure: Error {
    /// They are no JSON, or something else than was asked for.
    case malformed
    /// There are more values in lists than may be.
    case tooManyValues
  }

  private struct Field {
    let name: Range<Int>
    let value: Range<Int>
  }

  let bytes: [UInt8]
  private var fields: [Field] = []

  /// - Parameters:
  ///   - maximumFields: how many fields it may have; more are malformed.
  ///   - maximumValues: how many values, and lists, may stand in its lists together.
  package init(
    _ bytes: ArraySlice<UInt8>, maximumFields: Int = 100, maximumValues: Int = .max
  ) throws(Failure) {
    self.bytes = Array(bytes)
    var scanner = JSONScanner(bytes: self.bytes, maximumValues: maximumValues)
    scanner.skipSpace()
    guard scanner.skip("{") else { throw .malformed }
    scanner.skipSpace()
    if !scanner.skip("}") {
      repeat {
        scanner.skipSpace()
        let name = try scanner.text()
        scanner.skipSpace()
        guard scanner.skip(":"), fields.count < maximumFields else { throw .malformed }
        scanner.skipSpace()
        fields.append(Field(name: name, value: try scanner.value(depth: 1)))
        scanner.skipSpace()
      } while scanner.skip(",")
      guard scanner.skip("}") else { throw .malformed }
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else { throw .malformed }
  }

  /// The value of the field; `nil` where there is none, or `null`. Of two with one name, the first counts.
  private func value(_ name: StaticString) -> JSONValue? {
    for field in fields where isName(field.name, name) {
      let value = JSONValue(bytes: bytes, range: field.value)
      return value.isNull ? nil : value
    }
    return nil
  }

  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in range where bytes[index] != name.utf8Start[index - range.lowerBound] { return false }
    return true
  }

  package func text(_ name: StaticString) throws(Failure) -> String? { try value(name)?.text() }

  /// A number, rounded to the nearest.
  package func float(_ name: StaticString) throws(Failure) -> Float? { try value(name)?.float() }

  package func double(_ name: StaticString) throws(Failure) -> Double? { try value(name)?.double() }

  /// A whole number, which `2.0` is, too.
  package func integer(_ name: StaticString) throws(Failure) -> Int? {
    guard let number = try int64(name) else { return nil }
    guard let integer = Int(exactly: number) else { throw .malformed }
    return integer
  }

  /// A whole number of 64 bits, which a page's own whole numbers lack.
  package func int64(_ name: StaticString) throws(Failure) -> Int64? { try value(name)?.integer() }

  package func flag(_ name: StaticString) throws(Failure) -> Bool? { try value(name)?.flag() }

  /// An object in this one.
  package func object(_ name: StaticString) throws(Failure) -> JSONObject? {
    guard let value = value(name) else { return nil }
    return try JSONObject(bytes[value.range])
  }

  /// Numbers; `null` is not-a-number where `allowsNull`.
  package func floats(_ name: StaticString, allowsNull: Bool) throws(Failure) -> [Float]? {
    guard let value = value(name) else { return nil }
    var numbers: [Float] = []
    try value.forEach { (element) throws(Failure) in
      numbers.append(element.isNull && allowsNull ? .nan : try element.float())
    }
    return numbers
  }

  package func integers(_ name: StaticString) throws(Failure) -> [Int]? {
    guard let value = value(name) else { return nil }
    var numbers: [Int] = []
    try value.forEach { (element) throws(Failure) in
      guard let number = Int(exactly: try element.integer()) else { throw .malformed }
      numbers.append(number)
    }
    return numbers
  }

  package func texts(_ name: StaticString) throws(Failure) -> [String]? { try value(name)?.texts() }

  /// Lists of texts, one behind the other.
  package func rows(_ name: StaticString) throws(Failure) -> [[String]]? {
    guard let value = value(name) else { return nil }
    var rows: [[String]] = []
    try value.forEach { (element) throws(Failure) in rows.append(try element.texts()) }
    return rows
  }

  /// Bytes in base 64 (RFC 4648).
  package func base64(_ name: StaticString) throws(Failure) -> [UInt8]? { try value(name)?.base64() }
}
