/// A decoder of what a terminal sends for keys, and for text that is pasted between two marks.
struct KeyDecoder {
  /// The next byte; `nil` at the end of the input.
  let next: () -> UInt8?
  /// Whether a byte comes at once: a lone Escape sends nothing more.
  let isWaiting: () -> Bool

  /// The longest text that is taken as pasted, in bytes: what is longer is a mistake, and its rest is passed over.
  static let longestPaste = 64 << 10

  func key() -> Key {
    guard let byte = next() else { return .end }
    switch byte {
    case 0x03: return .interrupt
    case 0x0A, 0x0D: return .enter
    case 0x20: return .space
    case 0x7F, 0x08: return .backspace
    case 0x1B: return escapeSequence()
    case 0x09: return .character("\t")
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x1C: return .control("\\")
    case 0x00..<0x20: return .other
    case 0x80...: return .character(character(startingWith: byte))
    default: return .character(Character(Unicode.Scalar(byte)))
    }
  }

  private func escapeSequence() -> Key {
    guard isWaiting(), let byte = next() else { return .escape }
    switch byte {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"): return next().map { named(by: $0, []) } ?? .escape
    case 0x1B: return .escape
    case 0x7F, 0x08: return .alternate("\u{7F}")
    case 0x21..<0x7F: return .alternate(Character(Unicode.Scalar(byte)))
    default: return .other
    }
  }

  /// Numbers between semicolons, and the sign that ends them: `ESC [ 1 ; 5 C` is the right arrow together with Ctrl.
  private func controlSequence() -> Key {
    var numbers = [0]
    while isWaiting(), let byte = next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        numbers[numbers.count - 1] = min(9_999, numbers[numbers.count - 1] * 10 + Int(byte - UInt8(ascii: "0")))
      case UInt8(ascii: ";"): if numbers.count < 8 { numbers.append(0) }
      case UInt8(ascii: "~"): return numbered(numbers[0])
      case 0x40...0x7E: return named(by: byte, numbers)
      default: break
      }
    }
    return .escape
  }

  private func named(by byte: UInt8, _ numbers: [Int]) -> Key {
    // 1 and the sum of 1 for Shift, 2 for Alt, 4 for Ctrl.
    let isModified = numbers.count > 1 && (numbers[1] - 1) & 6 != 0
    switch byte {
    case UInt8(ascii: "A"): return .up
    case UInt8(ascii: "B"): return .down
    case UInt8(ascii: "C"): return isModified ? .wordRight : .right
    case UInt8(ascii: "D"): return isModified ? .wordLeft : .left
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .endKey
    case UInt8(ascii: "M"): return .enter
    default: return .other
    }
  }

  private func numbered(_ number: Int) -> Key {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .endKey
    case 5: .pageUp
    case 6: .pageDown
    case 200: .pasted(pasted())
    default: .other
    }
  }

  /// The bytes up to the mark that ends a paste.
  private func pasted() -> String {
    let mark = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    var last: [UInt8] = []
    while let byte = next() {
      last.append(byte)
      if last.count > mark.count {
        let first = last.removeFirst()
        if bytes.count < Self.longestPaste { bytes.append(first) }
      }
      if last == mark { return String(decoding: bytes, as: UTF8.self) }
    }
    return String(decoding: bytes + last, as: UTF8.self)
  }

  private func character(startingWith first: UInt8) -> Character {
    var bytes = [first]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    while bytes.count < count, let next = next() { bytes.append(next) }
    return String(decoding: bytes, as: UTF8.self).first ?? "?"
  }
}
