/// The tags of a template, found as the library finds them: it is not asked to read or to fill in what would be too
/// much for it.
struct TemplateTags {
  struct Tag {
    /// `#`, `^`, `/`, `$`, `<`, `>`; a space for any other.
    var sign: Character
    var name: String
    var place: TemplateFault.Place
    /// The offset from the text's beginning.
    var offset: Int
    /// The number of spaces before the tag on its line: what it includes is indented by as many.
    var indent = 0
  }

  let tags: [Tag]
  /// The size of the text.
  let size: TemplateSize

  /// The length that a name may have. `deepestNesting` is the number of sections that may stand in one another.
  static let longestName = 100
  static let deepestNesting = 64

  /// - Parameter file: the template's, as it is named to people.
  init(_ text: String, file: String) throws(TemplateFault) {
    let characters = Array(text)
    size = TemplateSize(characters: characters.count, lines: characters.count { $0.isNewline } + 1)
    var tags: [Tag] = []
    var open: [Tag] = []
    var place = TemplateFault.Place(file: file, line: 1, column: 1)
    var index = 0
    func isSign(_ sign: Character, at index: Int) -> Bool {
      index + 1 < characters.count && characters[index] == sign && characters[index + 1] == sign
    }
    while index < characters.count {
      guard isSign("{", at: index) else {
        place.pass(characters[index])
        index += 1
        continue
      }
      var end = index + 2
      while end < characters.count, !isSign("}", at: end) { end += 1 }
      var tag = Self.tag(
        characters[min(index + 2, characters.count)..<min(end, characters.count)], place, offset: index)
      tag.indent = characters[..<index].reversed().prefix { $0 == " " || $0 == "\t" }.count
      for character in characters[index..<min(end + 2, characters.count)] { place.pass(character) }
      index = min(end + 2, characters.count)
      try Self.check(tag)
      switch tag.sign {
      case "#", "^", "$", "<":
        open.append(tag)
        if open.count > Self.deepestNesting { throw TemplateFault(.nestedTooDeeply, at: tag.place) }
      case "/":
        guard let opening = open.popLast() else { throw TemplateFault(.closesNothing(tag.name), at: tag.place) }
        guard opening.name == tag.name else {
          throw TemplateFault(.closesAnother(tag.name, open: opening.name), at: tag.place)
        }
      default: break
      }
      tags.append(tag)
    }
    if let opening = open.last { throw TemplateFault(.notClosed(opening.name), at: opening.place) }
    self.tags = tags
  }

  private static func tag(_ content: ArraySlice<Character>, _ place: TemplateFault.Place, offset: Int) -> Tag {
    let first = content.first ?? " "
    let hasSign = "#^/$<>!=".contains(first)
    let name = String(hasSign ? content.dropFirst() : content)
    // The library reads a comment to its end, whatever is in it.
    return Tag(
      sign: hasSign ? first : " ", name: first == "!" ? "" : name.filter { !$0.isWhitespace }, place: place,
      offset: offset)
  }

  private static func check(_ tag: Tag) throws(TemplateFault) {
    if tag.sign == "=" { throw TemplateFault(.otherSigns, at: tag.place) }
    if tag.name.utf8.count > longestName { throw TemplateFault(.longName, at: tag.place) }
    if ["<", ">"].contains(tag.sign), tag.name.hasPrefix("*") {
      throw TemplateFault(.nameFromFields(tag.name), at: tag.place)
    }
  }
}

/// The size of a template as it is, or as it would be once it is filled in, but for what its fields say.
struct TemplateSize {
  var characters = 0
  var lines = 0

  mutating func add(_ other: TemplateSize, indent: Int = 0) {
    characters += other.characters + other.lines * indent
    lines += other.lines
  }
}

extension TemplateFault.Place {
  fileprivate mutating func pass(_ character: Character) {
    if character.isNewline {
      line += 1
      column = 1
    } else {
      column += character.utf8.count
    }
  }
}
