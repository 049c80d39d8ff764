import Foundation
import Generative
import Numerics
import Testing

@Suite struct MarkovChainTests {
  /// A sequence with some structure: each token mostly follows from the last two.
  static let tokens: [Int] = {
    var generator = RandomGenerator(seed: 12)
    var tokens = [0, 1]
    while tokens.count < 400 {
      let expected = (2 * tokens[tokens.count - 1] + tokens[tokens.count - 2]) % 7
      tokens.append(generator.uniform() < 0.6 ? expected : generator.integer(below: 7))
    }
    return tokens
  }()

  /// Interpolated Kneser–Ney as the formula reads, with counts in a dictionary and nothing clever.
  struct Plain {
    var counts: [[Int]: Int] = [:]
    let order: Int
    let symbols: Int

    init(_ tokens: [Int], order: Int, symbols: Int) {
      (self.order, self.symbols) = (order, symbols)
      var seen: Set<[Int]> = []
      for end in tokens.indices {
        for length in 1...order + 1 where end + 1 >= length {
          let gram = Array(tokens[end + 1 - length...end])
          if length == order + 1 { counts[gram, default: 0] += 1 }
          if seen.insert(gram).inserted, length > 1 { counts[Array(gram.dropFirst()), default: 0] += 1 }
        }
      }
    }

    func discount(_ count: Int, _ length: Int) -> Double {
      let n = (1...4).map { k in Double(counts.filter { $0.key.count == length && $0.value == k }.count) }
      let k = min(count, 3)
      if n[k - 1] == 0 { return 0.5 }
      let estimate = Double(k) - Double(k + 1) * n[0] / (n[0] + 2 * n[1]) * n[k] / n[k - 1]
      return min(Double(k) - 0.05, max(0.05, estimate))
    }

    func probability(_ token: Int, _ context: [Int]) -> Double {
      let shorter = context.isEmpty ? 1 / Double(symbols) : probability(token, Array(context.dropFirst()))
      let followers = (0..<symbols).compactMap { counts[context + [$0]] }
      let total = Double(followers.reduce(0, +))
      if total == 0 { return shorter }
      let length = context.count + 1
      let freed = followers.reduce(0) { $0 + discount($1, length) }
      let own = counts[context + [token]].map { Double($0) - discount($0, length) } ?? 0
      return (own + freed * shorter) / total
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func kneserNeyIsTheFormula(order: Int) {
    let chain = MarkovChain(order: order, tokens: Self.tokens, symbols: 7)
    let plain = Plain(Self.tokens, order: order, symbols: 7)
    for context in [[], [3], [1, 2], [6, 5, 4], [0, 1, 2, 4]] {
      for token in 0..<7 {
        let expected = plain.probability(token, Array(context.suffix(order)))
        #expect(abs(chain.probability(of: token, after: context) - expected) < 1e-12)
      }
    }
  }

  @Test(arguments: [MarkovChain.Smoothing.none, .kneserNey], [0, 1, 3, 5])
  func probabilitiesSumToOne(smoothing: MarkovChain.Smoothing, order: Int) {
    let chain = MarkovChain(order: order, tokens: Self.tokens, symbols: 9, smoothing: smoothing)
    for start in stride(from: 0, to: 390, by: 17) {
      let probabilities = chain.probabilities(after: Array(Self.tokens[start..<start + 5]))
      #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
      #expect(probabilities.allSatisfy { $0 >= 0 })
      if smoothing == .kneserNey { #expect(probabilities.allSatisfy { $0 > 0 }) }
    }
  }

  @Test func withoutSmoothingItCounts() {
    let chain = MarkovChain(order: 1, tokens: [0, 1, 0, 2, 0, 1, 1], symbols: 3, smoothing: .none)
    #expect(chain.probabilities(after: [0]) == [0, 2.0 / 3, 1.0 / 3])
    #expect(chain.probabilities(after: [2]) == [1, 0, 0])
    #expect(chain.probabilities(after: []).map { ($0 * 7).rounded() } == [3, 3, 1])
    #expect(chain.logLikelihood([2, 2]) == -.infinity)
    #expect(chain.perplexity([2, 2]) == .infinity)
  }

  @Test func samplesFollowTheProbabilities() {
    let chain = MarkovChain(order: 2, tokens: Self.tokens, symbols: 7)
    var generator = RandomGenerator(seed: 9)
    var counts = Array(repeating: 0.0, count: 7)
    for _ in 0..<5000 { counts[chain.sample(1, after: [2, 4], using: &generator)[0]] += 1 }
    for (count, probability) in zip(counts, chain.probabilities(after: [2, 4])) {
      #expect(abs(count / 5000 - probability) < 0.03)
    }
  }

  @Test func heldOutTextPrefersTheRightOrder() {
    let (train, held) = (Array(Self.tokens[..<300]), Array(Self.tokens[300...]))
    let chains = (0...2).map { MarkovChain(order: $0, tokens: train, symbols: 7) }
    let figures = chains.map { $0.bitsPerToken(held) }
    // Only two tokens together say what comes next.
    #expect(figures[2] < figures[0] - 0.3 && figures[2] < figures[1] - 0.3)
    let bits = chains[2].bitsPerToken(held)
    #expect(abs(chains[2].perplexity(held) - Foundation.pow(2.0, bits)) < 1e-9)
  }

  @Test func nothingToCount() {
    let chain = MarkovChain(order: 2, tokens: [], symbols: 4)
    #expect(chain.probabilities(after: [1, 2]) == [0.25, 0.25, 0.25, 0.25])
    var generator = RandomGenerator(seed: 1)
    #expect(chain.sample(3, using: &generator).allSatisfy { (0..<4).contains($0) })
  }
}
