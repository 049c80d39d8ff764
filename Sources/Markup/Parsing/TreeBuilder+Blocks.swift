import CCmarkGFM

extension TreeBuilder {
  mutating func addLeafBlock(_ node: OpaquePointer, _ kind: NodeKind) {
    let literal = string(cmark_node_get_literal(node))
    var range = range(node)
    let block: Block.Kind
    switch kind {
    case .codeBlock:
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
      block = .codeBlock(
        CodeBlock(
          info: string(cmark_node_get_fence_info(node)), literal: literal, isFenced: isFenced,
          contentStart: SourcePosition(line: range.start.line + (isFenced ? 1 : 0), column: range.start.column)))
    case .htmlBlock:
      block = .htmlBlock(literal)
      range = htmlRange(from: range.start, literal)
    default:
      block = .thematicBreak
    }
    stack[stack.count - 1].blocks.append(Block(block, range: range))
  }

  /// cmark gives an HTML block at a text's end, and one that a comment's end closes, the end of the line before.
  private func htmlRange(from start: SourcePosition, _ literal: String) -> SourceRange {
    let lines = literal.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let written = literal.utf8.last == UInt8(ascii: "\n") ? lines.dropLast() : lines[...]
    guard let last = written.last else { return SourceRange(start: start, end: start) }
    let column = written.count > 1 ? last.count : start.column + last.count - 1
    let end = SourcePosition(line: start.line + written.count - 1, column: max(1, column))
    return SourceRange(start: start, end: end)
  }

  /// Adds what a closed frame became to the frame around it.
  mutating func addBlock(_ frame: Frame, _ kind: NodeKind) {
    let node = frame.node
    let range = range(node)
    let parent = stack.count - 1
    switch kind {
    case .blockQuote:
      stack[parent].blocks.append(Block(.blockQuote(frame.blocks), range: range))
    case .list:
      stack[parent].blocks.append(Block(.list(list(frame)), range: range))
    case .item, .taskItem:
      let isChecked = kind == .taskItem ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
      stack[parent].items.append(List.Item(isChecked: isChecked, blocks: frame.blocks, range: range))
    case .paragraph:
      let content = joiningMathematics(frame.inlines)
      stack[parent].blocks.append(Block(.paragraph(content), range: range))
    case .heading:
      let content = joiningMathematics(frame.inlines)
      let heading = Heading(
        level: Int(cmark_node_get_heading_level(node)), identifier: identifiers.identifier(for: content.plainText),
        content: content)
      stack[parent].blocks.append(Block(.heading(heading), range: range))
    case .table:
      stack[parent].blocks.append(Block(.table(table(frame)), range: range))
    case .tableRow:
      stack[parent].rows.append(Table.Row(cells: frame.cells, range: range))
    case .tableCell:
      stack[parent].cells.append(Table.Cell(content: joiningMathematics(frame.inlines), range: range))
    case .footnoteDefinition:
      footnotes.append(Footnote(blocks: frame.blocks, references: 0, range: range))
    default:
      stack[parent].blocks += frame.blocks
    }
  }

  private func list(_ frame: Frame) -> List {
    let node = frame.node
    var marker = List.Marker.bullet
    if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST {
      marker = .ordered(
        start: Int(cmark_node_get_list_start(node)),
        delimiter: cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? .parenthesis : .period)
    }
    return List(marker: marker, isTight: cmark_node_get_list_tight(node) != 0, items: frame.items)
  }

  private func table(_ frame: Frame) -> Table {
    let columns = Int(cmark_gfm_extensions_get_table_columns(frame.node))
    let letters = cmark_gfm_extensions_get_table_alignments(frame.node)
    let alignments = (0..<columns).map { column -> Table.Alignment? in
      switch letters?[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
    let header = frame.rows.first ?? Table.Row(cells: [], range: range(frame.node))
    return Table(alignments: alignments, header: header, rows: Array(frame.rows.dropFirst()))
  }
}
