extension Document {
  /// Calls the closure for every block, footnotes' too, each before what it holds.
  package func forEachBlock(_ body: (Block) -> Void) {
    blocks.forEachBlock(body)
    for footnote in footnotes { footnote.blocks.forEachBlock(body) }
  }

  /// Calls the closure for every inline, footnotes' too, each before what it holds.
  package func forEachInline(_ body: (Inline) -> Void) {
    forEachBlock { block in
      for content in block.inlineContents { content.forEachInline(body) }
    }
  }
}

extension [Block] {
  /// Calls the closure for every block, each before what it holds.
  package func forEachBlock(_ body: (Block) -> Void) {
    for block in self {
      body(block)
      switch block.kind {
      case .blockQuote(let blocks): blocks.forEachBlock(body)
      case .list(let list):
        for item in list.items { item.blocks.forEachBlock(body) }
      case .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table: break
      }
    }
  }
}

extension [Inline] {
  /// Calls the closure for every inline, each before what it holds.
  package func forEachInline(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      inline.children.forEachInline(body)
    }
  }
}

extension Block {
  /// The running text right in this block: one piece, or one for each cell of a table.
  package var inlineContents: [[Inline]] {
    switch kind {
    case .paragraph(let content): [content]
    case .heading(let heading): [heading.content]
    case .table(let table): ([table.header] + table.rows).flatMap { $0.cells.map(\.content) }
    case .blockQuote, .list, .codeBlock, .htmlBlock, .thematicBreak: []
    }
  }
}
