/// Running text in which nothing steers the terminal or hides from the reader: every control character but the tab is
/// replaced by a sign that shows it, and so are characters that draw nothing or turn the direction of writing, where no
/// language and no emoji needs them.
package func visible(_ text: String) -> String { shown(text, keepsLines: false, isCode: false) }

/// Code, a name, an address or a command in which everything can be seen: no character that draws nothing has a place
/// there.
package func visibleCode(_ text: String) -> String { shown(text, keepsLines: false, isCode: true) }

/// Lines of code, or of what cites it, in which everything but their ends can be seen.
package func visibleLines(_ text: String) -> String { shown(text, keepsLines: true, isCode: true) }

private func shown(_ text: String, keepsLines: Bool, isCode: Bool) -> String {
  guard mayHide(text) else { return text }
  let scalars = Array(text.unicodeScalars)
  let context = InvisibleCharacter.Context(scalars, isCode: isCode)
  var result = String.UnicodeScalarView()
  for (index, scalar) in scalars.enumerated() {
    switch scalar.value {
    case 0x09: result.append(scalar)
    case 0x0A where keepsLines: result.append(scalar)
    case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: result.append("\u{2421}")
    case 0x80..<0xA0: result.append("\u{FFFD}")
    default: result.append(InvisibleCharacter.isOne(scalar) && !context.needs(index) ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

/// Whether there can be such a character in the text, by its bytes: a cell may write a lot.
private func mayHide(_ text: String) -> Bool {
  var last: UInt8 = 0
  for byte in text.utf8 {
    if byte < 0x20 || byte == 0x7F { return true }
    switch last {
    case 0xC2: if byte < 0xA0 || byte == 0xAD { return true }
    case 0xCD: if byte == 0x8F { return true }
    case 0xD8: if byte == 0x9C { return true }
    case 0xE1: if [0x85, 0x9E, 0xA0].contains(byte) { return true }
    // E2 80 and E2 81 are the general punctuation.
    case 0xE2: if byte & 0xFE == 0x80 { return true }
    case 0xE3: if byte == 0x85 { return true }
    case 0xEF: if [0xB8, 0xBB, 0xBE, 0xBF].contains(byte) { return true }
    case 0xF0: if [0x9B, 0x9D].contains(byte) { return true }
    case 0xF3: return true
    default: break
    }
    last = byte
  }
  return false
}
