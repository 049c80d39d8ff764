import Generative
import Numerics
import Testing

@Suite struct CopyDetectorTests {
  static func random(_ count: Int, below bound: Int = 4, seed: UInt64) -> [Int] {
    var generator = RandomGenerator(seed: seed)
    return (0..<count).map { _ in generator.integer(below: bound) }
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

  @Test func copiedStretchesAreMarked() {
    let text = "one two three, four five six. seven"
    let words = WordTokenizer(text + " new words")
    let detector = CopyDetector(words.encode(text))
    let sample = words.encode("new three, four five words one two six. seven")
    #expect(detector.marked(sample, with: words, atLeast: 3) == "new [three, four five] words one two [six. seven]")
    #expect(detector.marked(sample, with: words, atLeast: 9) == words.decode(sample))
    #expect(detector.marked([], with: words).isEmpty)
  }

  /// As many symbols as leave some continuations of a context unseen, and most contexts with more than one.
  @Test(arguments: [(1, 30), (2, 12), (3, 6), (4, 4)])
  func saysWhichChainWroteIt(order: Int, symbols: Int) {
    let text = Self.random(2000, below: symbols, seed: 3)
    var generator = RandomGenerator(seed: 4)
    let chain = MarkovChain(order: order, tokens: text, symbols: symbols, smoothing: .none)
    let start = Array(text[..<order])
    let sample = start + chain.sample(500, after: start, using: &generator)
    #expect(CopyDetector(text).chainOrder(of: sample) == order)
  }

  @Test func wholeCopiesAndStrangeTokens() {
    let text = Self.random(200, seed: 3)
    let detector = CopyDetector(text)
    #expect(detector.chainOrder(of: Array(text[50..<90])) == 39)
    #expect(detector.chainOrder(of: [1, 7]) == -1)
    #expect(CopyDetector([]).longestStretch(in: [1, 2]).length == 0)
  }

  /// A text that repeats itself all through must not take a time that grows with its square.
  @Test func repetitionsAreNoTrap() {
    let verse = Self.random(5_000, seed: 5)
    let detector = CopyDetector(verse + verse + [4] + verse)
    #expect(detector.longestMatch(verse, from: 0).length == 5_000)
    #expect(detector.stretches(in: [4] + verse).map(\.length) == [5_001])
    #expect(CopyDetector(Array(repeating: 1, count: 10_000)).longestMatch([1, 1, 1], from: 0).length == 3)
  }
}
