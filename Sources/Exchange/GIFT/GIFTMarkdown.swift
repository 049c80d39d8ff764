import Course
import Foundation
import Markup
import Practice

/// Markdown as Moodle reads it, with formulas between `\(` and `\)`, and back.
enum GIFTMarkdown {
  // MARK: Out

  static func text(_ inlines: [Inline]) -> String { MarkdownWriter.oneLine(withPlainFormulas(inlines)) }

  static func text(_ blocks: [Block]) -> String { MarkdownWriter.text(blocks.map(withPlainFormulas)) }

  /// The question: its title, and what the prompt adds.
  static func text(_ title: [Inline], _ prompt: [Block]) -> String {
    ([MarkdownWriter.escapingLineStarts(text(title))] + (prompt.isEmpty ? [] : [text(prompt)]))
      .joined(separator: "\n\n")
  }

  /// The question around one of its gaps; the other gaps are filled.
  static func text(_ title: [Inline], _ blocks: [Block], gap: Int) -> (before: String, after: String) {
    // A sign that no text has.
    let mark = "\u{FFFC}"
    let shown = blocks.showing(gap: gap, as: mark).map { block in
      guard case .paragraph(let inlines) = block.kind else { return block }
      // Bold would be taken for another gap.
      return Block(
        .paragraph(
          inlines.flatMap { inline in
            if case .strong(let content) = inline.kind { content } else { [inline] }
          }), range: block.range)
    }
    let parts = text(title, shown).split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  static func unitSentence(_ unit: String) -> String { "Answer in \(MarkdownWriter.escaped(unit))." }

  /// Returns the reasons why each item belongs where it belongs: GIFT has one place for all of them.
  static func reasons(_ items: [Exercise.Item]) -> String {
    let told = items.filter { !$0.feedback.isEmpty }
    return told.map { item in
      let lines = "**\(text(item.text))**\n\n\(text(item.feedback))".split(
        separator: "\n", omittingEmptySubsequences: false)
      return "- " + lines.joined(separator: "\n  ").replacing("\n  \n", with: "\n\n")
    }.joined(separator: "\n\n")
  }

  private static func withPlainFormulas(_ block: Block) -> Block {
    var block = block
    switch block.kind {
    case .paragraph(let content): block.kind = .paragraph(withPlainFormulas(content))
    case .blockQuote(let blocks): block.kind = .blockQuote(blocks.map(withPlainFormulas))
    case .codeBlock(let code) where code.language == "math":
      block.kind = .paragraph([Inline(.text("\\[\(code.literal.trimmed)\\]"), range: nil)])
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map(withPlainFormulas) }
      block.kind = .list(list)
    case .codeBlock, .htmlBlock, .heading, .thematicBreak, .table: break
    }
    return block
  }

  private static func withPlainFormulas(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      var inline = inline
      switch inline.kind {
      case .mathematics(let tex): inline.kind = .text("\\(\(tex)\\)")
      case .emphasis(let content): inline.kind = .emphasis(withPlainFormulas(content))
      case .strong(let content): inline.kind = .strong(withPlainFormulas(content))
      default: break
      }
      return inline
    }
  }

  // MARK: In

  /// The blocks of a text in any of GIFT's formats, as a course has them.
  static func blocks(_ text: String, _ format: GIFTText.Format) -> [Block] {
    let markdown =
      switch format {
      case .markdown: text
      case .plain: MarkdownWriter.escapingLineStarts(MarkdownWriter.escaped(text))
      case .html, .moodle: HTMLText.markdown(text)
      }
    return Document.parse(markdown).blocks.map(withFormulas)
  }

  private static func withFormulas(_ block: Block) -> Block {
    var block = block
    switch block.kind {
    case .paragraph(let content):
      if let tex = displayed(content.plainText.trimmed) {
        block.kind = .codeBlock(
          CodeBlock(info: "math", literal: tex + "\n", isFenced: true, contentStart: block.range.start))
      } else {
        block.kind = .paragraph(withFormulas(content))
      }
    case .blockQuote(let blocks): block.kind = .blockQuote(blocks.map(withFormulas))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map(withFormulas) }
      block.kind = .list(list)
    case .codeBlock, .htmlBlock, .heading, .thematicBreak, .table: break
    }
    return block
  }

  private static func withFormulas(_ inlines: [Inline]) -> [Inline] {
    var joined: [Inline] = []
    for inline in inlines {
      if case .text(let text) = inline.kind, case .text(let before)? = joined.last?.kind {
        joined[joined.count - 1].kind = .text(before + text)
      } else {
        joined.append(inline)
      }
    }
    return joined.flatMap { inline -> [Inline] in
      switch inline.kind {
      case .text(let text): return cut(text)
      case .emphasis(let content): return [Inline(.emphasis(withFormulas(content)), range: nil)]
      case .strong(let content): return [Inline(.strong(withFormulas(content)), range: nil)]
      default: return [inline]
      }
    }
  }

  /// The formula of a paragraph that is nothing but `\[…\]` or `$$…$$`.
  private static func displayed(_ words: String) -> String? {
    for (opening, closing) in [("\\[", "\\]"), ("$$", "$$")]
    where words.utf8.count >= 4 && words.hasPrefix(opening) && words.hasSuffix(closing) {
      return String(words.dropFirst(2).dropLast(2)).trimmed
    }
    return nil
  }

  /// The text with `\(…\)` and `$$…$$` as formulas.
  private static func cut(_ text: String) -> [Inline] {
    let bytes = Array(text.utf8)
    var inlines: [Inline] = []
    var (start, place) = (0, 0)
    /// The signs of formulas that have no end: what has none once has none later.
    var isWithoutEnd: Set<UInt8> = []
    func end(of opening: UInt8) -> Int? {
      guard !isWithoutEnd.contains(opening) else { return nil }
      let closing = opening == UInt8(ascii: "(") ? [UInt8(ascii: "\\"), UInt8(ascii: ")")] : [opening, opening]
      // There is something between the signs.
      var end = place + 3
      while end + 1 < bytes.count {
        if bytes[end] == closing[0], bytes[end + 1] == closing[1] { return end }
        end += 1
      }
      isWithoutEnd.insert(opening)
      return nil
    }
    func add(_ range: Range<Int>, _ kind: (String) -> Inline.Kind) {
      if !range.isEmpty { inlines.append(Inline(kind(String(decoding: bytes[range], as: UTF8.self)), range: nil)) }
    }
    while place + 1 < bytes.count {
      let opening = bytes[place + 1]
      guard
        bytes[place] == UInt8(ascii: "\\") && opening == UInt8(ascii: "(")
          || bytes[place] == UInt8(ascii: "$") && opening == UInt8(ascii: "$"), let end = end(of: opening)
      else {
        place += 1
        continue
      }
      add(start..<place) { .text($0) }
      add((place + 2)..<end) { .mathematics($0.trimmed) }
      (start, place) = (end + 2, end + 2)
    }
    add(start..<bytes.count) { .text($0) }
    return inlines
  }
}
