extension String {
  /// The text with `&`, `<`, `>` and `"` as character references.
  package var escapedForHTML: String {
    guard utf8.contains(where: Self.needsEscape) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count + utf8.count / 8)
    var start = utf8.startIndex
    for index in utf8.indices where Self.needsEscape(utf8[index]) {
      escaped += self[start..<index]
      switch utf8[index] {
      case UInt8(ascii: "&"): escaped += "&amp;"
      case UInt8(ascii: "<"): escaped += "&lt;"
      case UInt8(ascii: ">"): escaped += "&gt;"
      default: escaped += "&quot;"
      }
      start = utf8.index(after: index)
    }
    return escaped + self[start...]
  }

  /// The text as the value of `href` or `src`: bytes that no address holds are percent-encoded.
  package var escapedForAddress: String {
    var escaped = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;"
      case UInt8(ascii: "'"): escaped += "&#x27;"
      case _ where Self.isAddressByte(byte): escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        escaped += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return escaped
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
    }
  }
}
