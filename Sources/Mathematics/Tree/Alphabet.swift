/// The alphabets of mathematics, which Unicode keeps apart from plain letters.
enum Alphabet {
  case italic, upright, bold, boldItalic, doubleStruck, script, sansSerif, typewriter

  /// The character in this alphabet; itself where the alphabet has none.
  func letter(_ scalar: Unicode.Scalar) -> String {
    let value: UInt32? =
      switch scalar {
      case "A"..."Z": latin(scalar, from: "A", first: capitals)
      case "a"..."z": latin(scalar, from: "a", first: capitals.map { $0 + 26 })
      case "0"..."9": latin(scalar, from: "0", first: digits)
      case "Α"..."Ω": latin(scalar, from: "Α", first: greek)
      case "α"..."ω": latin(scalar, from: "α", first: greek.map { $0 + 26 })
      default: nil
      }
    if let exception = exceptions[scalar] { return exception }
    return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? String(scalar)
  }

  private func latin(_ scalar: Unicode.Scalar, from: Unicode.Scalar, first: UInt32?) -> UInt32? {
    first.map { $0 + scalar.value - from.value }
  }

  private var capitals: UInt32? {
    switch self {
    case .italic, .upright: nil
    case .bold: 0x1D400
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .italic, .upright, .script: nil
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .boldItalic: 0x1D71C
    case .italic, .upright, .doubleStruck, .script, .sansSerif, .typewriter: nil
    }
  }

  /// Letters that Unicode had before it had the alphabet.
  private var exceptions: [Unicode.Scalar: String] {
    switch self {
    case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    case .script:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .italic, .upright, .bold, .boldItalic, .sansSerif, .typewriter: [:]
    }
  }
}
