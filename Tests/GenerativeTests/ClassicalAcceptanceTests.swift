import Foundation
import Numerics
import Testing

@testable import Generative

/// Rows of the acceptance table that take less than two seconds; rows 27 to 29 and 36 are with their types.
@Suite struct ClassicalAcceptanceTests {
  static func novel() throws -> String {
    try GutenbergText([UInt8](SharedFiles.data("data/pride-and-prejudice.txt"))).text
  }

  /// Nine tenths to learn from, the last tenth held out. Vocabularies come from the first part alone.
  static func parts() throws -> (train: String, held: String) {
    let bytes = Array(try novel().utf8)
    let cut = bytes.count * 9 / 10
    return (String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self))
  }

  /// Row 25: pictures show grey levels from 0 to 1, so samples are cut off there; 16 components of the training digits.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func classGaussiansDrawDigits(seed: UInt64) {
    let (train, test) = Digits.all.split(1500, seed: seed)
    let model = ClassGaussians(train, smoothing: 0.1)
    #expect(model.accuracy(on: test) >= 0.90)
    var generator = RandomGenerator(seed: seed)
    let drawn = train.labels.flatMap { model.sample(class: $0, using: &generator) }.map { min(1, max(0, $0)) }
    let components = PrincipalComponents(train.inputs, features: 64, count: 16)
    let distance = frechetDistance(components.encode(drawn), components.encode(train.inputs), features: 16)
    #expect(distance <= 0.15)
  }

  /// Row 27, with as many digits as lessons use.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func unseenDigitsScoreOne(seed: UInt64) {
    let (train, test) = Digits.all.split(1500, seed: seed)
    #expect(abs(memorizationScore(test.inputs, training: train.inputs, features: 64) - 1) <= 0.1)
    #expect(memorizationScore(train.inputs, training: train.inputs, features: 64) == 0)
  }

  /// Row 30, one of its seeds.
  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/pride-and-prejudice.txt"))
  func vowelsAreFoundUntold() throws {
    let letters = CharacterTokenizer.letters
    let text = Array(letters.encode(try Self.novel()).prefix(20_000))
    let (model, history) = HiddenMarkovModel.fitted(to: [text], states: 2, symbols: 27, starts: 3, rounds: 60, seed: 1)
    #expect(-history[60] / (20_000 * Foundation.log(2)) <= 3.96)
    #expect(zip(history, history.dropFirst()).allSatisfy { $0 <= $1 })
    let emission = model.emission
    let vowelState = emission[0][1] > emission[1][1] ? 0 : 1  // where a is
    let likes = (0..<27).filter { emission[vowelState][$0] > emission[1 - vowelState][$0] }
    #expect(Set([1, 5, 9, 15, 21]).isSubset(of: likes))
    #expect(likes.count <= 9)
  }

  // Row 32
  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/pride-and-prejudice.txt"))
  func kneserNeyOnTheNovel() throws {
    let (train, held) = try Self.parts()
    let letters = CharacterTokenizer.letters
    let characters = MarkovChain(order: 6, tokens: letters.encode(train), symbols: letters.count)
    #expect(characters.bitsPerToken(letters.encode(held)) <= 1.65)
    let words = WordTokenizer(train, minimumCount: 3, keepsMarks: false)
    let chain = MarkovChain(order: 3, tokens: words.encode(train), symbols: words.count)
    #expect(chain.perplexity(words.encode(held)) <= 175)
  }

  /// Row 33, on a sample of our own: an order-3 chain of words is found out, and most of what it wrote is copied.
  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/data/pride-and-prejudice.txt"))
  func whichChainWroteThis() throws {
    let novel = try Self.novel()
    let words = WordTokenizer(novel, keepsMarks: false)
    let text = words.encode(novel)
    let detector = CopyDetector(text)
    var generator = RandomGenerator(seed: 5)
    let start = words.encode("conveyed him and")
    for order in 2...4 {
      let chain = MarkovChain(order: order, tokens: text, symbols: words.count, smoothing: .none)
      let sample = start + chain.sample(300, after: start, using: &generator)
      #expect(detector.chainOrder(of: sample) == order)
      let stretches = detector.stretches(in: sample)
      #expect(stretches.map(\.length).reduce(0, +) == sample.count)
      #expect(stretches.dropLast().allSatisfy { $0.length > order || $0.start > 0 })
      #expect(detector.longestStretch(in: sample).length > order + 3)
    }
  }

  /// Row 34, without the network: logistic regression, the nearest neighbour, naive Bayes.
  @Test func judgesOfDigits() {
    var sums: (logistic: Float, neighbour: Float, bayes: Float) = (0, 0, 0)
    for seed in 0..<5 as Range<UInt64> {
      let (train, test) = Digits.all.stratifiedSplit(0.75, seed: seed)
      let logistic = LogisticRegression(features: 64, classes: 10, seed: seed)
      logistic.fit(train)
      sums.logistic += logistic.accuracy(on: test) / 5
      sums.neighbour += NearestNeighbours(train).accuracy(on: test) / 5
      sums.bayes += GaussianNaiveBayes(train, smoothing: 0.1).accuracy(on: test) / 5
    }
    #expect(sums.logistic >= 0.955)
    #expect(sums.neighbour >= 0.975)
    #expect(sums.bayes >= 0.905)
  }

  /// Row 35: fives and nines, 60 draws; the generative judge learns faster, the discriminative one further.
  @Test func theCurvesCross() {
    let pair = Digits.all.only([5, 9])
    for (count, bayesLeads) in [(4, true), (12, true), (64, false)] {
      var bayes: Float = 0
      var logistic: Float = 0
      for draw in 0..<60 as Range<UInt64> {
        let (rest, test) = pair.stratifiedSplit(0.7, seed: draw)
        let chosen = (0..<2).flatMap { rest.indices(ofClass: $0).prefix(count / 2) }
        let train = rest.subset(chosen)
        bayes += 1 - GaussianNaiveBayes(train, smoothing: 0.1, sharedVariances: true).accuracy(on: test)
        let model = LogisticRegression(features: 64, classes: 2, seed: draw)
        model.fit(train, epochs: 100)
        logistic += 1 - model.accuracy(on: test)
      }
      #expect((bayes < logistic) == bayesLeads, "\(count) examples: \(bayes / 60), \(logistic / 60)")
    }
  }
}
