import Markup

/// The checks of an exercise's size.
extension ExerciseReader {
  /// Whether the question is short enough. It is repeated with each item: in decks, in tables, on the screen.
  mutating func isShort(_ inlines: [[Inline]], _ blocks: [Block], at position: SourcePosition) -> Bool {
    isWithin(CourseLimits.prompt, "bytes in the question", Self.size(inlines, blocks), at: position)
  }

  mutating func isWithin(_ limit: Int, _ things: String, _ count: Int, at position: SourcePosition) -> Bool {
    if count > limit { report(.tooMany(things, limit: limit), position) }
    return count <= limit
  }

  private static func size(_ inlines: [[Inline]], _ blocks: [Block]) -> Int {
    var bytes = 0
    func add(_ inlines: [Inline]) {
      inlines.forEachInline { inline in
        switch inline.kind {
        case .text(let text), .code(let text), .mathematics(let text), .html(let text): bytes += text.utf8.count
        case .link(let link), .image(let link): bytes += link.address.utf8.count + link.title.utf8.count
        case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .footnoteReference: bytes += 1
        }
      }
    }
    inlines.forEach(add)
    blocks.forEachBlock { block in
      block.inlineContents.forEach(add)
      switch block.kind {
      case .codeBlock(let code): bytes += code.literal.utf8.count
      case .htmlBlock(let literal): bytes += literal.utf8.count
      case .paragraph, .heading, .table, .list, .blockQuote, .thematicBreak: bytes += 1
      }
    }
    return bytes
  }
}
