/// The templates, and which includes which others. One that includes itself, be it through others or through the blocks
/// that it gives to a parent, would never be filled in.
struct TemplateGraph {
  private enum Node: Hashable {
    case template(String)
    /// The contents that any template gives to the block of this name: which one is shown, only the way there can tell.
    case block(String)

    var name: String {
      switch self {
      case .template(let name): name
      case .block(let name): "$" + name
      }
    }
  }

  private struct Edge {
    var target: Node
    var tag: TemplateTags.Tag
    /// The number of sections in which the tag stands.
    var depth: Int
  }

  private var edges: [Node: [Edge]] = [:]
  /// The size of each node by itself.
  private var sizes: [Node: TemplateSize] = [:]
  /// The height of each node that was looked at, with all that it includes; `wholeSizes` are their sizes.
  private var heights: [Node: Int] = [:]
  private var wholeSizes: [Node: TemplateSize] = [:]
  private var path: [Node] = []

  private static let longest = 16 << 20

  mutating func add(_ name: String, _ tags: TemplateTags) {
    sizes[.template(name)] = tags.size
    var frames: [(opening: TemplateTags.Tag, node: Node)] = []
    var node: Node { frames.last?.node ?? .template(name) }
    for tag in tags.tags {
      switch tag.sign {
      case ">": include(.template(tag.name), tag, from: node, depth: frames.count)
      case "<":
        include(.template(tag.name), tag, from: node, depth: frames.count)
        frames.append((tag, node))
      case "$" where frames.last?.opening.sign == "<": frames.append((tag, .block(tag.name)))
      case "$":
        include(.block(tag.name), tag, from: node, depth: frames.count)
        frames.append((tag, node))
      case "#", "^": frames.append((tag, node))
      case "/":
        guard let frame = frames.popLast(), case .block = frame.node else { continue }
        let characters = tag.offset - frame.opening.offset
        let lines = tag.place.line - frame.opening.place.line + 1
        sizes[frame.node, default: TemplateSize()].add(TemplateSize(characters: characters, lines: lines))
      default: break
      }
    }
  }

  private mutating func include(_ target: Node, _ tag: TemplateTags.Tag, from node: Node, depth: Int) {
    edges[node, default: []].append(Edge(target: target, tag: tag, depth: depth + 1))
  }

  /// Throws where the templates could not be filled in.
  mutating func check() throws(TemplateFault) {
    for node in sizes.keys.sorted(by: { $0.name < $1.name }) { try visit(node, depth: 0) }
  }

  private mutating func visit(_ node: Node, depth: Int) throws(TemplateFault) {
    guard heights[node] == nil else { return }
    path.append(node)
    var (height, size) = (0, sizes[node, default: TemplateSize()])
    for edge in edges[node, default: []] {
      if let start = path.firstIndex(of: edge.target) {
        throw TemplateFault(.includesItself((path[start...] + [edge.target]).map(\.name)), at: edge.tag.place)
      }
      let inside = depth + edge.depth
      if inside <= TemplateTags.deepestNesting { try visit(edge.target, depth: inside) }
      height = max(height, edge.depth + heights[edge.target, default: TemplateTags.deepestNesting])
      size.add(wholeSizes[edge.target, default: TemplateSize()], indent: edge.tag.indent)
      if depth + height > TemplateTags.deepestNesting { throw TemplateFault(.nestedTooDeeply, at: edge.tag.place) }
      if size.characters > Self.longest { throw TemplateFault(.tooLong, at: edge.tag.place) }
    }
    path.removeLast()
    heights[node] = height
    wholeSizes[node] = size
  }
}
