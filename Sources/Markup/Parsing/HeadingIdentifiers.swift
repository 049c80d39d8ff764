/// A source of the ids that code hosts give to headings: lower case, hyphens for spaces, no punctuation, never the same
/// twice.
struct HeadingIdentifiers {
  private var used: Set<String> = []
  private var next: [String: Int] = [:]

  mutating func identifier(for text: String) -> String {
    var slug = Self.slug(text)
    if slug.isEmpty { slug = "section" }
    var identifier = slug
    while !used.insert(identifier).inserted {
      let number = next[slug, default: 1]
      next[slug] = number + 1
      identifier = "\(slug)-\(number)"
    }
    return identifier
  }

  private static func slug(_ text: String) -> String {
    // Most headings are of ASCII, and cutting a text into characters and asking Unicode about them takes long.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return String(text.lowercased().compactMap(kept)) }
    return String(unsafeUninitializedCapacity: text.utf8.count) { slug in
      var count = 0
      for byte in text.utf8.lazy.compactMap(kept) {
        slug[count] = byte
        count += 1
      }
      return count
    }
  }

  private static func kept(_ character: Character) -> Character? {
    if let byte = character.asciiValue { return kept(byte).map { Character(Unicode.Scalar($0)) } }
    return character.isLetter || character.isNumber ? character : nil
  }

  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "-"), UInt8(ascii: "_"): byte
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
  }
}
