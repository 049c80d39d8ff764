import Foundation

/// Names for files that every system takes, made from words; no two are the same.
struct FileStems {
  /// The number of characters that are kept of the words. What comes behind them is never cut.
  private static let longest = 48

  private var taken: Set<String> = []

  /// - Parameter standard: the name of words that have no letter.
  mutating func stem(of words: String, else standard: String) -> String {
    var letters = String(Self.ascii(words).prefix(Self.longest))
    while letters.hasSuffix("-") { letters.removeLast() }
    return unique(letters.isEmpty ? standard : letters)
  }

  /// The name, with a number behind it where it is taken.
  mutating func unique(_ name: String) -> String {
    var stem = name
    var number = 2
    while !taken.insert(stem).inserted {
      stem = "\(name)-\(number)"
      number += 1
    }
    return stem
  }

  /// Small letters and digits of ASCII, hyphens for the rest: `é` is `e`, `ᾱ` is `alpha`, `x²` is `x2`.
  private static func ascii(_ words: String) -> String {
    var letters = ""
    for scalar in words.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
        letters.unicodeScalars.append(scalar)
      } else if let name = greekName(scalar) {
        letters += name
      } else if scalar.properties.generalCategory != .nonspacingMark, !letters.isEmpty, !letters.hasSuffix("-") {
        letters += "-"
      }
    }
    return letters
  }

  /// Returns the name of a Greek letter; the Unicode name of α is GREEK SMALL LETTER ALPHA. `nil` for any other scalar.
  private static func greekName(_ scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name, name.hasPrefix("GREEK SMALL LETTER ") else { return nil }
    return name.split(separator: " ").last.map { $0.lowercased() }
  }
}
