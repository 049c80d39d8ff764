/// A line of JSON (RFC 8259) that grows field by field: the same bytes natively and in WebAssembly.
package struct JSONLine {
  /// The ways to write control characters in texts.
  package enum Escapes: Sendable {
    /// By their numbers, delete with them: none reaches a terminal that shows the line.
    case numbered
    /// By their names where they have one, and delete as it is, like Foundation's encoder.
    case named
  }

  private var bytes: [UInt8] = [UInt8(ascii: "{")]
  private var isFirst = true
  private let escapes: Escapes

  package init(escapes: Escapes = .numbered) { self.escapes = escapes }

  package mutating func field(_ name: StaticString, _ value: Int) {
    key(name)
    append("\(value)")
  }

  package mutating func field(_ name: StaticString, _ value: Int64) {
    key(name)
    append("\(value)")
  }

  package mutating func field(_ name: StaticString, _ flag: Bool) {
    key(name)
    append(flag ? "true" : "false" as StaticString)
  }

  /// A finite number, in the fewest digits that tell it apart; a whole one without a fraction.
  package mutating func field(_ name: StaticString, _ value: Double) {
    key(name)
    var digits = Array("\(value)".utf8)
    if digits.count > 2, digits[digits.count - 2] == UInt8(ascii: "."), digits[digits.count - 1] == UInt8(ascii: "0") {
      digits.removeLast(2)
    }
    bytes += digits
  }

  /// An object in this one.
  package mutating func field(_ name: StaticString, _ object: consuming JSONLine) {
    key(name)
    bytes += object.closed()
  }

  /// Not-a-number and the infinities, which JSON lacks, become `null`.
  package mutating func field(_ name: StaticString, _ value: Float) {
    key(name)
    append(value)
  }

  package mutating func field(_ name: StaticString, _ values: [Float]) {
    key(name)
    list(values.count) { line, index in line.append(values[index]) }
  }

  package mutating func field(_ name: StaticString, _ values: [Int]) {
    key(name)
    list(values.count) { line, index in line.append("\(values[index])") }
  }

  package mutating func field(_ name: StaticString, _ texts: [String]) {
    key(name)
    list(texts.count) { line, index in line.quote(texts[index]) }
  }

  package mutating func field(_ name: StaticString, _ rows: [[String]]) {
    key(name)
    list(rows.count) { line, row in
      line.list(rows[row].count) { line, column in line.quote(rows[row][column]) }
    }
  }

  package mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    quote(text)
  }

  /// Ordinary characters only.
  package mutating func field(_ name: StaticString, plain text: StaticString) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    append(text)
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func field(_ name: StaticString, base64 data: [UInt8]) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    appendBase64(data)
    bytes.append(UInt8(ascii: "\""))
  }

  /// The closed object.
  package consuming func closed() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The closed object and the line's end.
  package consuming func finished() -> [UInt8] { closed() + [UInt8(ascii: "\n")] }

  private mutating func list(_ count: Int, element: (inout JSONLine, Int) -> Void) {
    bytes.append(UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      element(&self, index)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func key(_ name: StaticString) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    bytes.append(UInt8(ascii: "\""))
    append(name)
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func append(_ value: Float) {
    append(value.isFinite ? "\(value)" : "null")
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ ascii: String) {
    bytes += Array(ascii.utf8)
  }

  private mutating func quote(_ text: String) {
    let digits: StaticString = "0123456789abcdef"
    bytes.append(UInt8(ascii: "\""))
    for byte in Array(text.utf8) {
      if escapes == .named, let name = Self.name(byte) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(name)
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x7F where escapes == .named: bytes.append(byte)
      case 0..<0x20, 0x7F:
        append("\\u00")
        bytes.append(digits.utf8Start[Int(byte >> 4)])
        bytes.append(digits.utf8Start[Int(byte & 15)])
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// The letter behind the backslash for a control character (RFC 8259, 7); `nil` where it has no name.
  private static func name(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x08: UInt8(ascii: "b")
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0C: UInt8(ascii: "f")
    case 0x0D: UInt8(ascii: "r")
    default: nil
    }
  }

  private mutating func appendBase64(_ data: [UInt8]) {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    bytes.reserveCapacity(bytes.count + data.count / 3 * 4 + 8)
    var index = 0
    while index < data.count {
      let available = min(3, data.count - index)
      var group: UInt32 = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < available ? UInt32(data[index + offset]) : 0)
      }
      for position in 0..<4 {
        if position <= available {
          bytes.append(alphabet.utf8Start[Int(group >> UInt32(18 - 6 * position) & 63)])
        } else {
          bytes.append(UInt8(ascii: "="))
        }
      }
      index += 3
    }
  }
}
