/// Words of commands that are to be typed, as a shell takes them for what they are (POSIX.1, "Quoting").
package enum Shell {
  /// A text as one word of a shell. Letters of any language stay as they are, what means something to a shell is
  /// quoted, and what nobody could see, or copy from a screen, is written as its bytes.
  package static func word(_ text: String) -> String {
    // At a word's beginning, some shells look for a program of that name.
    if !text.isEmpty, !text.hasPrefix("="), text.unicodeScalars.allSatisfy(isPlain) { return text }
    let hasOnlySpaces = text.unicodeScalars.allSatisfy { $0 == " " || !$0.properties.isWhitespace }
    if hasOnlySpaces, visibleCode(text) == text {
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
    // What a command writes loses the line feeds at its end; the third sign of IFS is one.
    let feeds = text.unicodeScalars.reversed().prefix { $0 == "\n" }.count
    let shown = text.unicodeScalars.dropLast(feeds)
    let bytes = shown.map { isPlain($0) ? String($0) : octal($0) }.joined()
    return "\"$(printf '\(bytes)')" + String(repeating: "${IFS#??}", count: feeds) + "\""
  }

  /// The name of a file or folder; one that begins with a hyphen is no option.
  package static func path(_ path: String) -> String { word(path.hasPrefix("-") ? "./" + path : path) }

  /// An option and its value, with a space in front.
  package static func option(_ name: String, _ value: String) -> String {
    " \(name)" + (value.hasPrefix("-") ? "=" : " ") + word(value)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return Self.plain.contains(scalar) || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    return visibleCode(String(scalar)) == String(scalar)
      && [
        .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .decimalNumber,
      ].contains(scalar.properties.generalCategory)
  }

  private static let plain: Set<Unicode.Scalar> = ["/", ".", "_", "-", ":", "@", ",", "+", "="]

  private static func octal(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { byte in
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }.joined()
  }
}
