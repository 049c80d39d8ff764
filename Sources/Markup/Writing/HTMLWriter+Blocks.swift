extension HTMLWriter {
  /// Writes one block in the standard way; what it holds still goes by the hooks.
  package mutating func write(standard block: Block, isTight: Bool = false) {
    switch block.kind {
    case .blockQuote(let blocks):
      element("blockquote") { writer in
        writer.write(html: "\n")
        writer.write(blocks)
      }
    case .list(let list): write(list)
    case .codeBlock(let code):
      startLine()
      write(html: "<pre><code")
      if !code.language.isEmpty { write(html: " class=\"language-\(code.language.escapedForHTML)\"") }
      write(html: ">")
      write(text: code.literal)
      write(html: "</code></pre>\n")
    case .htmlBlock(let literal):
      for part in RawHTML.parts(of: literal) {
        switch part {
        case .comment(let comment): hooks.write(comment: comment, at: block.range, to: &self)
        case .other(let raw): element("p") { $0.write(text: raw.trimmingLineEnds) }
        }
      }
    case .paragraph(let content):
      if isTight { write(content) } else { element("p") { $0.write(content) } }
    case .heading(let heading):
      startLine()
      write(html: "<h\(heading.level) id=\"\(heading.identifier.escapedForHTML)\">")
      write(heading.content)
      write(html: "</h\(heading.level)>\n")
    case .thematicBreak:
      startLine()
      write(html: "<hr />\n")
    case .table(let table): write(table)
    }
  }

  /// The footnotes of a document, with a way back from each.
  package mutating func write(footnotes: [Footnote]) {
    guard !footnotes.isEmpty else { return }
    startLine()
    write(html: "<section class=\"footnotes\">\n<ol>\n")
    for (index, footnote) in footnotes.enumerated() {
      write(html: "<li id=\"footnote-\(index + 1)\">\n")
      let backLinks = Self.backLinks(index + 1, references: footnote.references)
      if case .paragraph(let content) = footnote.blocks.last?.kind {
        write(Array(footnote.blocks.dropLast()))
        element("p") { writer in
          writer.write(content)
          writer.write(html: " " + backLinks)
        }
      } else {
        write(footnote.blocks)
        element("p") { $0.write(html: backLinks) }
      }
      write(html: "</li>\n")
    }
    write(html: "</ol>\n</section>\n")
  }

  private static func backLinks(_ number: Int, references: Int) -> String {
    (1...max(1, references)).map { occurrence in
      let target = FootnoteReference(number: number, occurrence: occurrence).identifier
      return "<a href=\"#\(target)\" class=\"footnote-back\" aria-label=\"Back to the text\">↩</a>"
    }.joined(separator: " ")
  }

  mutating func element(_ name: String, _ content: (inout Self) -> Void) {
    startLine()
    write(html: "<\(name)>")
    content(&self)
    write(html: "</\(name)>\n")
  }

  private mutating func write(_ list: List) {
    startLine()
    let name: String
    switch list.marker {
    case .bullet:
      name = "ul"
      write(html: "<ul>\n")
    case .ordered(let start, _):
      name = "ol"
      write(html: start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    }
    for item in list.items {
      startLine()
      write(html: "<li>")
      if let isChecked = item.isChecked {
        write(html: "<input type=\"checkbox\" \(isChecked ? "checked=\"\" " : "")disabled=\"\" /> ")
      }
      write(item.blocks, isTight: list.isTight)
      write(html: "</li>\n")
    }
    write(html: "</\(name)>\n")
  }

  private mutating func write(_ table: Table) {
    element("table") { writer in
      writer.write(html: "\n<thead>\n")
      writer.write(table.header, "th", table.alignments)
      writer.write(html: "</thead>\n")
      guard !table.rows.isEmpty else { return }
      writer.write(html: "<tbody>\n")
      for row in table.rows { writer.write(row, "td", table.alignments) }
      writer.write(html: "</tbody>\n")
    }
  }

  private mutating func write(_ row: Table.Row, _ name: String, _ alignments: [Table.Alignment?]) {
    write(html: "<tr>\n")
    for (index, cell) in row.cells.enumerated() {
      let alignment = index < alignments.count ? alignments[index] : nil
      write(html: alignment.map { "<\(name) class=\"align-\($0.rawValue)\">" } ?? "<\(name)>")
      write(cell.content)
      write(html: "</\(name)>\n")
    }
    write(html: "</tr>\n")
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    var text = self[...].drop { $0.isNewline }
    while text.last?.isNewline == true { text.removeLast() }
    return String(text)
  }
}
