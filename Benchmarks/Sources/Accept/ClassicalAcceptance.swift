import Foundation
import Generative
import Numerics

/// What one row of the acceptance table came to.
struct ClassicalFigure {
  var row: Int
  var model: String
  var target: String
  /// The figure of each seed.
  var figures: [Double]
  var seconds: Double
  var passed: Bool
}

/// The rows of ACCEPTANCE 2 about hidden Markov models and chains that need the novel. They take longer than a test
/// should (row 31), or run all ten seeds of a row of which a test runs one (row 30).
enum ClassicalAcceptance {
  /// Row 30: a hidden Markov model with two states, 20,000 characters (27 letters), the best of five starts.
  static func lettersInTwoStates(_ novel: String) -> ClassicalFigure {
    let started = Date()
    let letters = CharacterTokenizer.letters
    let text = Array(letters.encode(novel).prefix(20_000))
    var bits: [Double] = []
    var good = 0
    for seed in 0..<10 as Range<UInt64> {
      let (model, _) = HiddenMarkovModel.fitted(
        to: [text], states: 2, symbols: letters.count, starts: 5, rounds: 60, seed: seed)
      let figure = model.bitsPerSymbol(text)
      let emission = model.emission
      let vowelState = emission[0][1] > emission[1][1] ? 0 : 1
      let vowelsTogether = [1, 5, 9, 15, 21].allSatisfy { emission[vowelState][$0] > emission[1 - vowelState][$0] }
      bits.append(figure)
      if figure <= 3.96 && vowelsTogether { good += 1 }
    }
    return ClassicalFigure(
      row: 30, model: "HMM of letters, 2 states", target: "vowels apart, ≤ 3.96 bits in ≥ 9 of 10", figures: bits,
      seconds: Date().timeIntervalSince(started), passed: good >= 9)
  }

  /// Row 31: a hidden Markov model of words, 16 states; words that occur at least three times in the first nine tenths,
  /// small letters, no marks; the perplexity of the last tenth, and the longest copied stretch of 2,000 drawn words.
  static func wordsInSixteenStates(_ novel: String) -> [ClassicalFigure] {
    let started = Date()
    let (words, train, held) = parts(novel, minimumCount: 3)
    let (model, _) = HiddenMarkovModel.fitted(
      to: [train], states: 16, symbols: words.count, starts: 1, rounds: 60, seed: 1)
    let perplexity = model.perplexity(held)
    var generator = RandomGenerator(seed: 5)
    let sample = model.sample(2_000, using: &generator).symbols
    let copied = CopyDetector(train).longestStretch(in: sample).length
    let seconds = Date().timeIntervalSince(started)
    return [
      ClassicalFigure(
        row: 31, model: "HMM of words, 16 states", target: "perplexity ≤ 250", figures: [perplexity], seconds: seconds,
        passed: perplexity <= 250),
      ClassicalFigure(
        row: 31, model: "the same, drawn text", target: "copies ≤ 6 words", figures: [Double(copied)], seconds: 0,
        passed: copied <= 6),
    ]
  }

  /// Row 32: chains with Kneser–Ney smoothing, the last tenth of the novel held out.
  static func chains(_ novel: String) -> [ClassicalFigure] {
    let started = Date()
    let bytes = Array(novel.utf8)
    let cut = bytes.count * 9 / 10
    let letters = CharacterTokenizer.letters
    let characters = MarkovChain(
      order: 6, tokens: letters.encode(String(decoding: bytes[..<cut], as: UTF8.self)), symbols: letters.count)
    let bits = characters.bitsPerToken(letters.encode(String(decoding: bytes[cut...], as: UTF8.self)))
    let between = Date()
    let (words, train, held) = parts(novel, minimumCount: 3)
    let perplexity = MarkovChain(order: 3, tokens: train, symbols: words.count).perplexity(held)
    return [
      ClassicalFigure(
        row: 32, model: "Kneser–Ney, characters, order 6", target: "≤ 1.65 bits", figures: [bits],
        seconds: between.timeIntervalSince(started), passed: bits <= 1.65),
      ClassicalFigure(
        row: 32, model: "Kneser–Ney, words, order 3", target: "perplexity ≤ 175", figures: [perplexity],
        seconds: Date().timeIntervalSince(between), passed: perplexity <= 175),
    ]
  }

  /// Row 33: the order of the chain that wrote a text, and what it copied: stretches, and the length of the longest.
  static func whichChain(wrote sample: String, after novel: String) -> (order: Int, stretches: Int, longest: Int) {
    let words = WordTokenizer(novel, keepsMarks: false)
    let detector = CopyDetector(words.encode(novel))
    let tokens = words.encode(sample)
    return (
      detector.chainOrder(of: tokens), detector.stretches(in: tokens).count,
      detector.longestStretch(in: tokens).length
    )
  }

  private static func parts(
    _ novel: String, minimumCount: Int
  ) -> (words: WordTokenizer, train: [Int], held: [Int]) {
    let bytes = Array(novel.utf8)
    let cut = bytes.count * 9 / 10
    let train = String(decoding: bytes[..<cut], as: UTF8.self)
    let words = WordTokenizer(train, minimumCount: minimumCount, keepsMarks: false)
    return (words, words.encode(train), words.encode(String(decoding: bytes[cut...], as: UTF8.self)))
  }
}
