/// Gives headings the ids that code hosts give them: lower case, hyphens for spaces, no punctuation, never the same twice.
struct HeadingIdentifiers {
  private var used: Set<String> = []
  private var next: [String: Int] = [:]

  mutating func identifier(for text: String) -> String {
    var slug = ""
    for character in text.lowercased() {
      if character == " " {
        slug.append("-")
      } else if character.isLetter || character.isNumber || character == "-" || character == "_" {
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
}
