extension EventLine {
  /// The line without its end: fields in the order of their names, numbers in the fewest digits that tell them apart.
  package var bytes: [UInt8] {
    var line = JSONLine()
    line.field("at", at)
    line.field("confidence", confidence)
    line.field("counter", counter)
    line.field("course", course)
    line.field("device", device)
    line.field("event", event)
    line.field("exercise", exercise)
    line.field("given", given)
    line.field("hints", hints)
    line.field("item", item)
    line.field("kind", kind)
    line.field("lesson", lesson)
    line.field("mark", mark)
    line.field("name", name)
    line.field("rating", rating)
    line.field("seconds", seconds)
    line.field("section", section)
    line.field("session", session)
    line.field("undone", undone)
    line.field("unproven", unproven)
    line.field("until", until)
    line.field("v", v)
    line.field("value", value)
    return line.finished()
  }
}

/// An object of JSON, written field by field. What is not there is left out.
private struct JSONLine {
  private var bytes: [UInt8] = [0x7B]
  private var isFirst = true

  mutating func field(_ name: StaticString, _ number: (some FixedWidthInteger)?) {
    guard let number else { return }
    key(name)
    bytes += Array("\(Int64(number))".utf8)
  }

  mutating func field(_ name: StaticString, _ number: Double?) {
    guard let number else { return }
    key(name)
    var digits = Array("\(number)".utf8)
    // A whole number without its fraction.
    if digits.count > 2, digits[digits.count - 2] == 0x2E, digits[digits.count - 1] == 0x30 { digits.removeLast(2) }
    bytes += digits
  }

  mutating func field(_ name: StaticString, _ flag: Bool?) {
    guard let flag else { return }
    key(name)
    append(flag ? "true" : "false")
  }

  mutating func field(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    quote(text)
  }

  mutating func field(_ name: StaticString, _ id: EventID?) {
    guard let id else { return }
    key(name)
    var object = JSONLine()
    object.field("counter", id.counter)
    object.field("device", id.device)
    bytes += object.finished()
  }

  consuming func finished() -> [UInt8] {
    bytes.append(0x7D)
    return bytes
  }

  private mutating func key(_ name: StaticString) {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    bytes.append(0x22)
    append(name)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func quote(_ text: String) {
    let digits: StaticString = "0123456789abcdef"
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x08: append("\\b")
      case 0x0C: append("\\f")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        append("\\u00")
        bytes.append(digits.utf8Start[Int(byte >> 4)])
        bytes.append(digits.utf8Start[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
