/// A text as answers are compared: without letter case, accents apart from their letters, full width as half width.
///
/// Of Unicode it knows what the keyboards of European languages write: Latin, Greek and Cyrillic letters. Embedded Swift
/// has all of it only at 30 to 46 kB a kind.
struct FoldedText: Equatable, Sendable {
  /// Code points.
  private(set) var scalars: [UInt32] = []

  /// The mark of a capital letter where letter case is kept.
  private static let capital: UInt32 = 1 << 31

  /// - Parameter keepingCase: whether a capital letter is another one than the small one.
  init(_ text: String, keepingCase: Bool = false) {
    for scalar in text.unicodeScalars { append(Self.halfWidth(scalar.value), keepingCase ? Self.capital : 0) }
  }

  init(_ scalars: ArraySlice<UInt32>) { self.scalars = Array(scalars) }

  private mutating func append(_ scalar: UInt32, _ capital: UInt32) {
    switch scalar {
    // Kelvin, Ohm and Ångström have signs of their own, and İ no small letter.
    case 0x212A: return append(0x4B, capital)
    case 0x2126: return append(0x3A9, capital)
    case 0x212B: return append(0xC5, capital)
    case 0x130:
      append(0x49, capital)
      return append(mark: 0x307)
    default: break
    }
    let small = Self.small(scalar)
    append(small: small, small == scalar ? 0 : capital)
  }

  private mutating func append(small: UInt32, _ capital: UInt32) {
    if let (letter, mark) = Self.parts(small) {
      append(small: letter, capital)
      append(mark: mark)
    } else if Self.place(ofMark: small) > 0 {
      append(mark: small)
    } else {
      scalars.append(small | capital)
    }
  }

  /// Behind the marks that stand at the same place or at an earlier one.
  private mutating func append(mark: UInt32) {
    let place = Self.place(ofMark: mark)
    var index = scalars.count
    while index > 0, Self.place(ofMark: scalars[index - 1]) > place { index -= 1 }
    scalars.insert(mark, at: index)
  }
}

extension FoldedText {
  var isEmpty: Bool { scalars.isEmpty }

  /// Without spaces at its ends.
  var trimmed: FoldedText { FoldedText(Self.trimmed(scalars[...])) }

  static func trimmed(_ scalars: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var rest = scalars
    while let first = rest.first, isSpace(first) { rest.removeFirst() }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  /// The letters as they are compared, in a text.
  var text: String { Self.text(scalars[...]) }

  static func text(_ scalars: ArraySlice<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      if let scalar = Unicode.Scalar(scalar) { text.append(scalar) }
    }
    return String(text)
  }

  func hasPrefix(_ other: FoldedText) -> Bool {
    guard other.scalars.count <= scalars.count else { return false }
    for index in 0..<other.scalars.count where scalars[index] != other.scalars[index] { return false }
    return true
  }

  /// The sign in its ordinary width.
  static func halfWidth(_ scalar: UInt32) -> UInt32 {
    scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar == 0x3000 ? 0x20 : scalar
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// Letters and their marks. Beyond Latin-1 all is taken for a letter but for the blocks of punctuation and symbols.
  static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA: true
    case 0..<0xC0, 0xD7, 0xF7, 0x37E, 0x387, 0x2000...0x20FF, 0x2150...0x2BFF, 0x3000...0x3004, 0x3008...0x3020: false
    default: true
    }
  }
}
