import Generative
import Numerics
import Testing

@Suite struct LettersTests {
  static let words = WordTokenizer(Letters.text)
  static let tokens = words.encode(Letters.text)

  @Test func isAsLongAsItSays() {
    #expect((8_100...8_200).contains(Letters.text.split { $0.isWhitespace }.count))
    #expect((1_000...1_200).contains(Self.words.count))
  }

  /// Lines of a length that a page and a terminal can wrap at leisure, and nothing that a tokeniser would trip over.
  @Test func isPlainASCIIInShortParagraphs() {
    #expect(Letters.text.utf8.allSatisfy { $0 == 10 || (32...126).contains($0) })
    let lines = Letters.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 640 && $0.split(separator: " ").count <= 120 })
    #expect(lines.allSatisfy { $0.first != " " && $0.last != " " && !$0.contains("  ") })
    // One line feed at the very end, one empty line between two paragraphs, also where two files meet.
    for (index, line) in lines.enumerated() { #expect(line.isEmpty == (index % 2 == 1)) }
    #expect(lines.count % 2 == 0)
  }

  @Test func lettersAreNumberedAndSigned() {
    let lines = Letters.text.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("LETTER THE ") } == 23)
    #expect(lines.count { $0 == "Hester Lacey" } == 9)
    #expect(lines.count { $0 == "Penelope Lacey" } == 3)
  }

  /// FNV-1a over the bytes: figures that a lesson quotes are those of this text.
  @Test func textIsUnchanged() {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Letters.text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    #expect(digest == 6_877_935_430_570_375_180)
  }

  /// Each word more of context helps with the last tenth, but by less and less. The vocabulary is that of the whole
  /// text, so that every word that is new in the last tenth has its price: 215.1, 70.5, 60.8 and 59.4 were seen.
  @Test func contextHelpsWithWhatIsHeldOut() {
    let cut = Self.tokens.count * 9 / 10
    let perplexities = (0...3).map { order in
      MarkovChain(order: order, tokens: Array(Self.tokens[..<cut]), symbols: Self.words.count)
        .perplexity(Array(Self.tokens[cut...]))
    }
    let gains = (1...3).map { perplexities[$0 - 1] / perplexities[$0] }
    #expect(gains.allSatisfy { $0 > 1 } && gains == gains.sorted(by: >))
    #expect((55...65).contains(perplexities[3]))
  }

  /// 27 signs: far under the 4.75 bits of pure chance.
  @Test func lettersOfTheAlphabetAreForeseen() {
    let signs = CharacterTokenizer.letters.encode(Letters.text)
    let cut = signs.count * 9 / 10
    let chain = MarkovChain(order: 4, tokens: Array(signs[..<cut]), symbols: 27)
    #expect(chain.bitsPerToken(Array(signs[cut...])) < 1.75)
  }

  @Test func copiesOfAChainAreFound() {
    let detector = CopyDetector(Self.tokens)
    let start = Self.words.encode("My dear Pen,")
    let lengths = [1, 2, 3].map { order in
      let chain = MarkovChain(order: order, tokens: Self.tokens, symbols: Self.words.count, smoothing: .none)
      var generator = RandomGenerator(seed: 1)
      let sample = start.suffix(order) + chain.sample(300, after: start, using: &generator)
      #expect(detector.chainOrder(of: Array(sample)) == order)
      return detector.longestStretch(in: Array(sample)).length
    }
    // Longer contexts copy more: 7, 12 and 31 words were seen.
    #expect(lengths == lengths.sorted())
    #expect(lengths[2] >= 20)
  }
}
