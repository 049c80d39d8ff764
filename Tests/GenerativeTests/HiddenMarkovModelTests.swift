import Foundation
import Numerics
import Testing

@testable import Generative

@Suite struct HiddenMarkovModelTests {
  /// hmmlearn's vectors.
  struct Vectors: Decodable {
    struct Case: Decodable {
      var observations: [Int]
      var logLikelihood: Double
      var viterbiLogProbability: Double
      var viterbiPath: [Int]
      var posteriorFirst: [Double]
      var posteriorLast: [Double]
    }
    struct Weather: Decodable {
      var start: [Double]
      var transition: [[Double]]
      var emission: [[Double]]
      var cases: [Case]
    }
    struct BaumWelch: Decodable {
      var observations: [Int]
      var start0: [Double]
      var transition0: [[Double]]
      var emission0: [[Double]]
      var history: [Double]
      var start: [Double]
      var transition: [[Double]]
      var emission: [[Double]]
    }
    var weather: Weather
    var baumWelch: BaumWelch

    static func load() throws -> Vectors {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Vectors.self, from: SharedFiles.data("reference/hmm-vectors.json"))
    }
  }

  func close(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/reference/hmm-vectors.json"))
  func inferenceAgreesWithTheVectors() throws {
    let weather = try Vectors.load().weather
    let model = HiddenMarkovModel(start: weather.start, transition: weather.transition, emission: weather.emission)
    for example in weather.cases {
      #expect(close([model.logLikelihood(example.observations)], [example.logLikelihood]))
      let (path, logProbability) = model.viterbi(example.observations)
      #expect(path == example.viterbiPath)
      #expect(close([logProbability], [example.viterbiLogProbability]))
      let posteriors = model.posteriors(example.observations)
      #expect(close(posteriors[0], example.posteriorFirst))
      #expect(close(posteriors[posteriors.count - 1], example.posteriorLast))
    }
  }

  @Test(.enabled(if: SharedFiles.areThere, "needs ../shared/reference/hmm-vectors.json"))
  func reestimationAgreesWithTheVectors() throws {
    let vectors = try Vectors.load().baumWelch
    var model = HiddenMarkovModel(
      start: vectors.start0, transition: vectors.transition0, emission: vectors.emission0)
    let history = vectors.history.map { _ in model.reestimate(from: [vectors.observations]) }
    #expect(close(history, vectors.history))
    #expect(close(model.start, vectors.start))
    for state in 0..<2 {
      #expect(close(model.transition[state], vectors.transition[state]))
      #expect(close(model.emission[state], vectors.emission[state]))
    }
  }

  // ACCEPTANCE 28
  @Test func weather() {
    let model = HiddenMarkovModel(
      start: [0.6, 0.4], transition: [[0.7, 0.3], [0.4, 0.6]], emission: [[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]])
    let seen = [0, 1, 2]  // walk, shop, clean
    #expect(close([Foundation.exp(model.logLikelihood(seen))], [0.033612]))
    #expect(model.viterbi(seen).path == [1, 0, 0])  // Sunny Rainy Rainy
    #expect(close([Foundation.exp(model.viterbi(seen).logProbability)], [0.01344]))
  }

  @Test func fever() {
    let model = HiddenMarkovModel(
      start: [0.6, 0.4], transition: [[0.7, 0.3], [0.4, 0.6]], emission: [[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]])
    #expect(close([Foundation.exp(model.logLikelihood([0, 1, 2]))], [0.036280]))
    #expect(model.viterbi([0, 1, 2]).path == [0, 0, 1])  // healthy, healthy, fever
  }

  @Test func umbrella() {
    let model = HiddenMarkovModel(
      start: [0.5, 0.5], transition: [[0.7, 0.3], [0.3, 0.7]], emission: [[0.9, 0.1], [0.2, 0.8]])
    #expect(close([Foundation.exp(model.logLikelihood([0, 0, 1, 0, 0]))], [0.0343037005], 1e-9))
  }

  // ACCEPTANCE 29
  @Test func iceCream() {
    let diary = [2, 3, 3, 2, 3, 2, 3, 2, 2, 3, 1, 3, 3, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 1, 1, 1, 2, 3, 3, 2, 3, 2, 2]
    let cones = diary.map { $0 - 1 }
    var model = HiddenMarkovModel(
      start: [0.5, 0.5], transition: [[0.8, 0.1], [0.1, 0.8]], emission: [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7]],
      stop: [0.1, 0.1])
    let (path, _) = model.viterbi(cones)  // 0 cold, 1 hot
    #expect(path == Array(repeating: 1, count: 13) + Array(repeating: 0, count: 14) + Array(repeating: 1, count: 6))
    let history = (0...10).map { _ in model.reestimate(from: [cones]) }
    let expected = [
      0: -41.537818, 1: -36.742293, 2: -35.957688, 3: -35.651107, 5: -35.406110, 10: -35.334272,
    ]
    for (round, value) in expected { #expect(abs(history[round] - value) < 1e-5) }
    #expect(zip(history, history.dropFirst()).allSatisfy { $0 <= $1 })
  }

  /// All sums by hand, over every path.
  @Test func agreesWithEnumeration() {
    var generator = RandomGenerator(seed: 6)
    let model = HiddenMarkovModel(states: 3, symbols: 4, using: &generator)
    let seen = [3, 0, 1, 1, 2]
    var total = 0.0
    var best = (path: [Int](), probability: 0.0)
    var posteriors = Array(repeating: [0.0, 0, 0], count: 5)
    for code in 0..<243 {
      let path = [code / 81, code / 27 % 3, code / 9 % 3, code / 3 % 3, code % 3]
      var probability = model.start[path[0]] * model.emission[path[0]][seen[0]]
      for t in 1..<5 { probability *= model.transition[path[t - 1]][path[t]] * model.emission[path[t]][seen[t]] }
      total += probability
      for t in 0..<5 { posteriors[t][path[t]] += probability }
      if probability > best.probability { best = (path, probability) }
    }
    #expect(close([Foundation.exp(model.logLikelihood(seen))], [total], 1e-13))
    #expect(model.viterbi(seen).path == best.path)
    for t in 0..<5 { #expect(close(model.posteriors(seen)[t], posteriors[t].map { $0 / total }, 1e-13)) }
    #expect(close(model.filtered(seen)[4], model.posteriors(seen)[4], 1e-15))
  }

  @Test func bitsAndPerplexity() {
    let fair = HiddenMarkovModel(start: [1], transition: [[1]], emission: [[0.25, 0.25, 0.5]])
    #expect(fair.bitsPerSymbol([0, 1, 2, 2]) == 1.5)
    #expect(abs(fair.perplexity([0, 1]) - 4) < 1e-14)
  }

  @Test func impossibleSequences() {
    let model = HiddenMarkovModel(start: [1, 0], transition: [[1, 0], [0, 1]], emission: [[1, 0], [0, 1]])
    #expect(model.logLikelihood([0, 1]) == -.infinity)
    #expect(model.logLikelihood([]) == 0)
    #expect(model.viterbi([]).path == [])
    var same = model
    same.reestimate(from: [[0, 1], []])
    #expect(same.transition == model.transition)
  }

  /// Of what cannot be there is no most probable path, and nothing to know.
  @Test func theImpossibleIsToldWithItsSymbol() async throws {
    let sentence = "observation 1 is 1, which no state emits that can be reached: the sequence has probability 0"
    for result in [
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let model = HiddenMarkovModel(start: [1, 0], transition: [[1, 0], [0, 1]], emission: [[1, 0], [0, 1]])
        print(model.posteriors([0, 1, 0]))
      },
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let model = HiddenMarkovModel(start: [1, 0], transition: [[1, 0], [0, 1]], emission: [[1, 0], [0, 1]])
        print(model.viterbi([0, 1, 0]))
      },
    ] {
      #expect(String(decoding: try #require(result).standardErrorContent, as: UTF8.self).contains(sentence))
    }
  }

  @Test func reestimationFindsTheTablesOfItsSample() {
    let truth = HiddenMarkovModel(
      start: [0.5, 0.5], transition: [[0.95, 0.05], [0.1, 0.9]], emission: [[0.8, 0.15, 0.05], [0.1, 0.2, 0.7]])
    var generator = RandomGenerator(seed: 2)
    let sequences = (0..<20).map { _ in truth.sample(100, using: &generator).symbols }
    let (model, history) = HiddenMarkovModel.fitted(
      to: sequences, states: 2, symbols: 3, starts: 3, rounds: 30, seed: 4)
    #expect(zip(history, history.dropFirst()).allSatisfy { $0 <= $1 + 1e-9 })
    #expect(history.count == 31)
    #expect(history[30] == model.logLikelihood(of: sequences))
    #expect(history[30] > truth.logLikelihood(of: sequences))
    let first = model.emission[0][0] > model.emission[1][0] ? 0 : 1
    #expect(abs(model.transition[first][first] - 0.95) < 0.04)
    #expect(abs(model.emission[first][0] - 0.8) < 0.06)
  }

  @Test func samplesEndWhereTheModelStops() {
    let model = HiddenMarkovModel(start: [1], transition: [[0.75]], emission: [[0.5, 0.5]], stop: [0.25])
    var generator = RandomGenerator(seed: 3)
    let lengths = (0..<4000).map { _ in model.sample(1000, using: &generator).symbols.count }
    #expect(abs(Double(lengths.reduce(0, +)) / 4000 - 4) < 0.2)
  }

  /// Over all paths, the joint probabilities add up to the likelihood, and none is larger than Viterbi's.
  @Test(arguments: [nil, [0.1, 0.25]] as [[Double]?])
  func pathsAddUpToTheLikelihood(stop: [Double]?) {
    let rest = stop ?? [0, 0]
    let model = HiddenMarkovModel(
      start: [0.6, 0.4], transition: [[0.7 - rest[0], 0.3], [0.4, 0.6 - rest[1]]],
      emission: [[0.1, 0.4, 0.5], [0.6, 0.3, 0.1]], stop: stop)
    let observations = [0, 2, 1, 0, 2]
    var total = 0.0
    var largest = -Double.infinity
    for number in 0..<32 {
      let path = (0..<5).map { number >> $0 & 1 }
      let joint = model.logProbability(of: path, observations)
      total += Foundation.exp(joint)
      largest = max(largest, joint)
    }
    #expect(close([Foundation.log(total)], [model.logLikelihood(observations)]))
    #expect(close([largest], [model.viterbi(observations).logProbability]))
  }
}
