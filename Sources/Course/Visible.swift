/// The text with every control character but the tab replaced by a sign that shows it, those too that turn the direction of
/// writing: what a course, a cell or a compiler says must not steer the terminal.
package func visible(_ text: String) -> String { visible(text, keepsLines: false) }

/// The same of several lines.
package func visibleLines(_ text: String) -> String { visible(text, keepsLines: true) }

private func visible(_ text: String, keepsLines: Bool) -> String {
  guard hasControl(text) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09: result.append(scalar)
    case 0x0A where keepsLines: result.append(scalar)
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// Whether there is such a character in the text, by its bytes: a cell may write a lot.
private func hasControl(_ text: String) -> Bool {
  var last: UInt8 = 0
  for byte in text.utf8 {
    // E2 80 A8 to E2 81 A9 are those beyond U+2000, and some others.
    if byte < 0x20 || byte == 0x7F || (last == 0xC2 && byte < 0xA0) || (last == 0xE2 && byte & 0xFE == 0x80) {
      return true
    }
    last = byte
  }
  return false
}
