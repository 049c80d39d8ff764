/// A dump of a tree, a node a line.
struct TreeDump {
  private(set) var text = ""
  private var indentation = 0

  mutating func indented(_ write: (inout TreeDump) -> Void) {
    indentation += 2
    write(&self)
    indentation -= 2
  }

  mutating func add(_ line: String, _ range: SourceRange? = nil) {
    text += String(repeating: " ", count: indentation) + line
    if let range { text += " @ \(range)" }
    text += "\n"
  }

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    switch block.kind {
    case .blockQuote(let blocks):
      add("blockQuote", block.range)
      indented { $0.add(blocks) }
    case .list(let list): add(list, block.range)
    case .codeBlock(let code):
      let kind = code.isFenced ? "fenced \(code.info.debugDescription)" : "indented"
      add("codeBlock \(kind) content: \(code.contentStart) \(code.literal.debugDescription)", block.range)
    case .htmlBlock(let html): add("htmlBlock \(html.debugDescription)", block.range)
    case .paragraph(let content):
      add("paragraph", block.range)
      indented { $0.add(content) }
    case .heading(let heading):
      add("heading \(heading.level) #\(heading.identifier)", block.range)
      indented { $0.add(heading.content) }
    case .thematicBreak: add("thematicBreak", block.range)
    case .table(let table): add(table, block.range)
    }
  }

  private mutating func add(_ list: List, _ range: SourceRange) {
    let tightness = list.isTight ? "tight" : "loose"
    switch list.marker {
    case .bullet: add("list bullet \(tightness)", range)
    case .ordered(let start, let delimiter): add("list ordered from: \(start) \(delimiter) \(tightness)", range)
    }
    indented { dump in
      for item in list.items {
        let box = item.isChecked.map { $0 ? " [x]" : " [ ]" } ?? ""
        dump.add("item\(box)", item.range)
        dump.indented { $0.add(item.blocks) }
      }
    }
  }

  private mutating func add(_ table: Table, _ range: SourceRange) {
    add("table \(table.alignments.map { $0?.rawValue ?? "none" }.joined(separator: " "))", range)
    indented { dump in
      dump.add("header", table.header)
      for row in table.rows { dump.add("row", row) }
    }
  }

  private mutating func add(_ name: String, _ row: Table.Row) {
    add(name, row.range)
    indented { dump in
      for cell in row.cells {
        dump.add("cell", cell.range)
        dump.indented { $0.add(cell.content) }
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      add(Self.name(inline.kind), inline.range)
      indented { $0.add(inline.children) }
    }
  }

  private static func name(_ kind: Inline.Kind) -> String {
    switch kind {
    case .text(let text): "text \(text.debugDescription)"
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .code(let code): "code \(code.debugDescription)"
    case .mathematics(let formula): "mathematics \(formula.debugDescription)"
    case .html(let html): "html \(html.debugDescription)"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .link(let link): "link \(link.address.debugDescription) \(link.title.debugDescription)"
    case .image(let image): "image \(image.address.debugDescription) \(image.title.debugDescription)"
    case .footnoteReference(let reference):
      "footnoteReference \(reference.number) occurrence: \(reference.occurrence)"
    }
  }
}
