/// Gives headings the ids that code hosts give them: lower case, hyphens for spaces, no punctuation, never the same twice.
struct HeadingIdentifiers {
  private var used: Set<String> = []
  private var next: [String: Int] = [:]

  mutating func identifier(for text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      if character == " " {
        slug.append("-")
      } else if Self.isKept(character) {
        slug.append(character)
      }
    }
    if slug.isEmpty { slug = "section" }
    var identifier = slug
    while !used.insert(identifier).inserted {
      let number = next[slug, default: 1]
      next[slug] = number + 1
      identifier = "\(slug)-\(number)"
    }
    return identifier
  }

  private static func isKept(_ character: Character) -> Bool {
    // Most letters are of ASCII, and asking Unicode about them takes long.
    if let byte = character.asciiValue {
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
      return isLetter || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || character == "-" || character == "_"
    }
    return character.isLetter || character.isNumber
  }
}
