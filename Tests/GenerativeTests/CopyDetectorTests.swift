import Generative
import Randomness
import Testing

@Suite struct CopyDetectorTests {
  static func random(_ count: Int, seed: UInt64) -> [Int] {
    var generator = RandomGenerator(seed: seed)
    return (0..<count).map { _ in generator.integer(below: 4) }
  }

  func longest(_ sample: [Int], _ start: Int, in text: [Int]) -> Int {
    text.indices.map { source in
      var length = 0
      let most = min(sample.count - start, text.count - source)
      while length < most, sample[start + length] == text[source + length] { length += 1 }
      return length
    }.max() ?? 0
  }

  @Test func agreesWithLookingEverywhere() {
    let text = Self.random(300, seed: 1)
    let sample = Self.random(80, seed: 2) + text[100..<130] + [9]
    let detector = CopyDetector(text)
    for start in sample.indices {
      let match = detector.longestMatch(sample, from: start)
      #expect(match.length == longest(sample, start, in: text))
      #expect(Array(sample[start..<start + match.length]) == Array(text[match.source..<match.source + match.length]))
    }
    #expect(detector.longestStretch(in: sample).length >= 30)
  }

  @Test func stretchesCoverWhatIsCopied() {
    let detector = CopyDetector([1, 2, 3, 4, 5, 6])
    let stretches = detector.stretches(in: [3, 4, 5, 9, 1, 2, 5, 6])
    #expect(stretches.map(\.start) == [0, 4, 6])
    #expect(stretches.map(\.length) == [3, 2, 2])
    #expect(stretches.map(\.source) == [2, 0, 4])
  }

  @Test func saysWhichChainWroteIt() {
    let text = Self.random(2000, seed: 3)
    let detector = CopyDetector(text)
    var generator = RandomGenerator(seed: 4)
    for order in 1...5 {
      let chain = MarkovChain(order: order, tokens: text, symbols: 4, smoothing: .none)
      let sample = chain.sample(3000, after: Array(text[..<order]), using: &generator)
      #expect(detector.chainOrder(of: Array(text[..<order]) + sample) == order)
    }
    #expect(detector.chainOrder(of: Array(text[50..<90])) == 39)
    #expect(detector.chainOrder(of: [1, 7]) == -1)
  }
}
