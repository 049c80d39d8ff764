import CCmarkGFM

/// A builder that makes a `Document` of cmark's tree with a stack of its own: how deep the tree is, the input decides.
struct TreeBuilder {
  /// A node whose end has not come yet, with what was found in it so far.
  struct Frame {
    let node: OpaquePointer
    /// The place where an inline begins.
    var start: SourcePosition?
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [List.Item] = []
    var rows: [Table.Row] = []
    var cells: [Table.Cell] = []
  }

  var stack: [Frame] = []
  var footnotes: [Footnote] = []
  /// The number of references to each footnote so far.
  var footnoteReferences: [Int: Int] = [:]
  var identifiers = HeadingIdentifiers()
  var places = InlinePlaces()
  var nestedTooDeeply: SourceRange?
  private let linesBefore: Int
  private var openBlocks = 0
  private var openInlines = 0

  init(firstLine: Int) {
    linesBefore = firstLine - 1
  }

  mutating func build(_ root: OpaquePointer) -> Document {
    var blocks: [Block] = []
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      let kind = NodeKind(node)
      if event == CMARK_EVENT_ENTER {
        enter(node, kind)
      } else if stack.last?.node == node {
        let frame = stack.removeLast()
        if kind == .document { blocks = frame.blocks } else { leave(frame, kind) }
      }
    }
    for index in footnotes.indices { footnotes[index].references = footnoteReferences[index + 1, default: 0] }
    return Document(blocks: blocks, footnotes: footnotes, nestedTooDeeply: nestedTooDeeply)
  }

  /// Takes in a leaf, or opens a frame for a node that has content. Where it opens none, the content goes to the
  /// frame around it.
  private mutating func enter(_ node: OpaquePointer, _ kind: NodeKind) {
    switch kind {
    case .blockQuote, .list:
      guard openBlocks < Document.deepestNesting else { return note(node) }
      openBlocks += 1
      stack.append(Frame(node: node))
    case .emphasis, .strong, .strikethrough, .link, .image:
      guard openInlines < Document.deepestNesting else { return note(node) }
      openInlines += 1
      stack.append(Frame(node: node, start: inlineStart(node)))
    case .item, .taskItem:
      guard stack.last?.node == cmark_node_parent(node) else { return }
      stack.append(Frame(node: node))
    case .paragraph, .heading, .tableCell:
      places.begin(range(node))
      stack.append(Frame(node: node))
    case .document, .footnoteDefinition, .table, .tableRow:
      stack.append(Frame(node: node))
    case .codeBlock, .htmlBlock, .thematicBreak:
      addLeafBlock(node, kind)
    case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference:
      addLeafInline(node, kind)
    case .other:
      return
    }
  }

  private mutating func leave(_ frame: Frame, _ kind: NodeKind) {
    switch kind {
    case .blockQuote, .list:
      openBlocks -= 1
      addBlock(frame, kind)
    case .emphasis, .strong, .strikethrough, .link, .image:
      openInlines -= 1
      addInline(frame, kind)
    default:
      addBlock(frame, kind)
    }
  }

  private mutating func note(_ node: OpaquePointer) {
    if nestedTooDeeply == nil { nestedTooDeeply = range(node) }
  }
}

extension TreeBuilder {
  /// Returns the range of a node. cmark leaves some columns at 0 (an end on an empty line) and some ends before the
  /// start.
  func range(_ node: OpaquePointer) -> SourceRange {
    let start = SourcePosition(
      line: Int(cmark_node_get_start_line(node)) + linesBefore,
      column: max(1, Int(cmark_node_get_start_column(node))))
    let end = SourcePosition(
      line: Int(cmark_node_get_end_line(node)) + linesBefore,
      column: max(1, Int(cmark_node_get_end_column(node))))
    return SourceRange(start: start, end: max(start, end))
  }

  /// Returns the place where an inline begins; `nil` for those that cmark gives no place.
  mutating func inlineStart(_ node: OpaquePointer, mark: Int = 0) -> SourcePosition? {
    cmark_node_get_start_line(node) == 0 ? nil : places.place(range(node).start, mark: mark)
  }

  /// Returns the range of an inline that begins here.
  mutating func inlineRange(_ node: OpaquePointer, from start: SourcePosition?) -> SourceRange? {
    guard let start else { return nil }
    return SourceRange(start: start, end: max(start, places.place(range(node).end)))
  }

  func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
