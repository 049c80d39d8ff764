import Numerics

/// A visible chain of order n: the next token depends on the last n tokens, and on nothing before them.
///
/// Counts of all n-grams up to n + 1 tokens are kept in a tree whose paths read forwards: the node of a context has
/// the tokens that followed it as its children.
public struct MarkovChain: Sendable {
  /// The treatment of continuations that were never seen.
  public enum Smoothing: Sendable {
    /// No smoothing: what did not follow a context in the text never follows it. Only a context that is itself new is
    /// shortened until it is known. Such a chain copies.
    case none
    /// Interpolated Kneser–Ney with three discounts for each order (Chen & Goodman 1998, section 3.4).
    case kneserNey
  }

  /// The number of tokens that the next one depends on.
  public let order: Int
  /// Tokens are `0 ..< symbols`.
  public let symbols: Int
  public let smoothing: Smoothing

  /// A node of the tree: an n-gram, and a context for the tokens after it.
  struct Node {
    var token: Int32
    var length: Int32
    /// Occurrences; below the full length with Kneser–Ney, the number of different tokens before it.
    var count: Int32 = 0
    /// The newest child, and the next older child of the same parent; −1 for none.
    var child: Int32 = -1
    var sibling: Int32 = -1
    /// Σ of the children's counts, and how much of it their discounts set free.
    var total: Double = 0
    var freed: Double = 0
  }

  var nodes: [Node] = [Node(token: -1, length: 0)]
  /// The children, by parent and token.
  var children: [UInt64: Int32] = [:]
  /// D₁, D₂ and D₃₊ for n-grams of each length, `[length − 1][min(count, 3) − 1]`.
  public private(set) var discounts: [[Double]] = []

  /// Counts `tokens`.
  public init(
    order: Int, tokens: [Int], symbols: Int, smoothing: Smoothing = .kneserNey,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    noteCaller(file, line)
    require(order >= 0, "MarkovChain: the order is \(order); it must be at least 0")
    self.order = order
    self.symbols = symbols
    self.smoothing = smoothing
    // The nodes of the last 0, 1, … n tokens.
    var contexts: [Int32] = [0]
    for (position, token) in tokens.enumerated() {
      require(token >= 0 && token < symbols, "MarkovChain: token \(position) is \(token), not one of 0 ..< \(symbols)")
      var next: [Int32] = [0]
      for (length, context) in contexts.enumerated() {
        let (node, isNew) = insert(token, under: context)
        if smoothing == .none || length == order { nodes[Int(node)].count += 1 }
        // A new token in front of the n-gram that is one shorter.
        if smoothing == .kneserNey, isNew, length > 0 { nodes[Int(next[length])].count += 1 }
        next.append(node)
      }
      if next.count > order + 1 { next.removeLast() }
      contexts = next
    }
    discount()
  }

  private mutating func insert(_ token: Int, under parent: Int32) -> (node: Int32, isNew: Bool) {
    let key = MarkovChain.key(parent, token)
    if let node = children[key] { return (node, false) }
    let node = Int32(nodes.count)
    var new = Node(token: Int32(token), length: nodes[Int(parent)].length + 1)
    new.sibling = nodes[Int(parent)].child
    nodes[Int(parent)].child = node
    nodes.append(new)
    children[key] = node
    return (node, true)
  }

  static func key(_ parent: Int32, _ token: Int) -> UInt64 { UInt64(parent) << 32 | UInt64(token) }

  // snippet.discounts
  /// D_k = k − (k + 1) Y n_k+1/n_k with Y = n₁/(n₁ + 2 n₂), n_k n-grams having the count k (Chen & Goodman 1998, eq. 26).
  private mutating func discount() {
    var frequencies = Array(repeating: [0.0, 0, 0, 0], count: order + 1)
    for node in nodes.dropFirst() where (1...4).contains(node.count) {
      frequencies[Int(node.length) - 1][Int(node.count) - 1] += 1
    }
    discounts = frequencies.map { n in
      if smoothing == .none { return [0, 0, 0] }
      let shared = n[0] / max(1, n[0] + 2 * n[1])
      return (1...3).map { k in
        // A text too small to say gets half a count; no discount frees nothing or leaves nothing.
        let estimate = n[k - 1] > 0 ? Double(k) - Double(k + 1) * shared * n[k] / n[k - 1] : 0.5
        return min(Double(k) - 0.05, max(0.05, estimate))
      }
    }
    // snippet.end
    for index in nodes.indices {
      var child = nodes[index].child
      while child >= 0 {
        let count = nodes[Int(child)].count
        nodes[index].total += Double(count)
        nodes[index].freed += discount(count, length: Int(nodes[Int(child)].length))
        child = nodes[Int(child)].sibling
      }
    }
  }

  func discount(_ count: Int32, length: Int) -> Double {
    count == 0 ? 0 : discounts[length - 1][Int(min(count, 3)) - 1]
  }
}
