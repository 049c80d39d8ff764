import Numerics

extension MarkovChain {
  // snippet.probability
  /// P(token | context): p_n(w | c) = max(0, count(c w) − D)/total(c) + freed(c)/total(c) · p_n−1(w | c without its
  /// first token); p before the first is 1/symbols. Only the last `order` tokens of the context count.
  public func probability(
    of token: Int, after context: [Int], file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    noteCaller(file, line)
    require(token >= 0 && token < symbols, "probability: token \(token) is not one of 0 ..< \(symbols)")
    return probability(of: token, after: contexts(context))
  }

  /// `contexts` are the nodes of the last 0, 1, … tokens, as far as they are known.
  func probability(of token: Int, after contexts: [Int32]) -> Double {
    var probability = 1 / Double(symbols)
    for context in contexts {
      let node = nodes[Int(context)]
      if node.total == 0 { continue }
      var count = 0.0
      if let child = children[MarkovChain.key(context, token)] {
        let seen = nodes[Int(child)].count
        count = Double(seen) - discount(seen, length: Int(node.length) + 1)
      }
      probability = (count + node.freed * probability) / node.total
    }
    return probability
  }
  // snippet.end

  /// The nodes of the last 0, 1, … `order` tokens of a context, as far as the text has them.
  func contexts(_ context: [Int]) -> [Int32] {
    var result: [Int32] = [0]
    for token in context.suffix(order) { result = advance(result, by: token) }
    return result
  }

  /// The contexts one token later.
  func advance(_ contexts: [Int32], by token: Int) -> [Int32] {
    var result: [Int32] = [0]
    for context in contexts.prefix(order) {
      // Where an n-gram is unknown, so are all longer ones.
      guard let child = children[MarkovChain.key(context, token)] else { break }
      result.append(child)
    }
    return result
  }

  /// P(next | context) for every token.
  public func probabilities(after context: [Int]) -> [Double] {
    let contexts = contexts(context)
    return (0..<symbols).map { probability(of: $0, after: contexts) }
  }

  /// ln P(tokens), in nats, the first ones having as much context as there is. −∞ where smoothing is none and
  /// something new follows.
  public func logLikelihood(_ tokens: [Int], file: StaticString = #fileID, line: UInt = #line) -> Double {
    noteCaller(file, line)
    var sum = 0.0
    var contexts: [Int32] = [0]
    for token in tokens {
      require(token >= 0 && token < symbols, "logLikelihood: token \(token) is not one of 0 ..< \(symbols)")
      sum += log(probability(of: token, after: contexts))
      contexts = advance(contexts, by: token)
    }
    return sum
  }

  /// Mean bits a token: −log₂ P(tokens)/count.
  public func bitsPerToken(_ tokens: [Int]) -> Double {
    -logLikelihood(tokens) / (Double(max(1, tokens.count)) * log(2.0))
  }

  /// Perplexity 2^bits: among how many equally likely tokens one would have to choose.
  public func perplexity(_ tokens: [Int]) -> Double {
    exp(-logLikelihood(tokens) / Double(max(1, tokens.count)))
  }

  /// Draws `count` further tokens after `context`.
  public func sample(_ count: Int, after context: [Int] = [], using generator: inout RandomGenerator) -> [Int] {
    var contexts = contexts(context)
    return (0..<count).map { _ in
      let token = draw(contexts, using: &generator)
      contexts = advance(contexts, by: token)
      return token
    }
  }

  /// Draws a token, from the longest context down: either one of its children, or what the next shorter context says.
  private func draw(_ contexts: [Int32], using generator: inout RandomGenerator) -> Int {
    for context in contexts.reversed() {
      let node = nodes[Int(context)]
      if node.total == 0 { continue }
      var left = Double(generator.uniform()) * node.total - node.freed
      if left < 0 { continue }
      var child = node.child
      var last = -1
      while child >= 0 {
        let next = nodes[Int(child)]
        if next.count > 0 {
          left -= Double(next.count) - discount(next.count, length: Int(next.length))
          last = Int(next.token)
          if left < 0 { return last }
        }
        child = next.sibling
      }
      if last >= 0 { return last }
    }
    return generator.integer(below: symbols)
  }
}
