import Generative
import Numerics
import Testing

/// Same seed, same bits: on every machine, and in WebAssembly, where these digests were seen as well.
@Suite struct ReproducibilityTests {
  /// FNV-1a over the bits of all figures.
  struct Digest {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    mutating func add(_ figures: [Double]) { for figure in figures { add(figure.bitPattern) } }
    mutating func add(_ figures: [Float]) { for figure in figures { add(UInt64(figure.bitPattern)) } }
    mutating func add(_ figures: [Int]) { for figure in figures { add(UInt64(figure)) } }
    private mutating func add(_ bits: UInt64) { value = (value ^ bits) &* 0x100_0000_01b3 }
  }

  static let text = """
    It is a truth universally acknowledged, that a single man in possession of a good fortune, must be in want of a \
    wife. However little known the feelings or views of such a man may be on his first entering a neighbourhood, this \
    truth is so well fixed in the minds of the surrounding families.
    """

  /// Five rounds of Baum–Welch from two starts.
  @Test func hiddenMarkovModel() {
    let tokens = CharacterTokenizer.letters.encode(Self.text)
    let (model, history) = HiddenMarkovModel.fitted(to: [tokens], states: 3, symbols: 27, starts: 2, rounds: 5, seed: 3)
    var generator = RandomGenerator(seed: 9)
    var digest = Digest()
    digest.add(model.start)
    for row in model.transition { digest.add(row) }
    for row in model.emission { digest.add(row) }
    digest.add(history)
    digest.add(model.viterbi(tokens).path)
    digest.add(model.sample(50, using: &generator).symbols)
    #expect(digest.value == UInt64(bitPattern: -5_110_835_046_487_403_205))
  }

  @Test func chain() {
    let words = WordTokenizer(Self.text)
    let tokens = words.encode(Self.text)
    let model = MarkovChain(order: 2, tokens: tokens, symbols: words.count)
    var generator = RandomGenerator(seed: 9)
    let sample = model.sample(100, using: &generator)
    var digest = Digest()
    digest.add(model.probabilities(after: [1, 2]))
    digest.add(sample)
    digest.add(CopyDetector(tokens).stretches(in: sample).map(\.length))
    digest.add(words.decode(sample).utf8.map { Int($0) })
    #expect(digest.value == 1_434_450_107_755_572_527)
  }

  @Test func classifiers() {
    let (train, test) = Digits.all.split(1500, seed: 2)
    var generator = RandomGenerator(seed: 9)
    var digest = Digest()
    let gaussians = ClassGaussians(train)
    digest.add(gaussians.classify(test.inputs))
    digest.add(gaussians.sample(class: 3, using: &generator))
    digest.add(gaussians.logDensities(Array(test.row(0))))
    digest.add(GaussianNaiveBayes(train).classify(test.inputs))
    digest.add(NearestNeighbours(train).classify(test.inputs))
    digest.add(BernoulliNaiveBayes(train).classify(test.inputs))
    let mixture = BernoulliMixture(train.inputs, features: 64, components: 5, rounds: 5, seed: 2)
    digest.add(mixture.history)
    digest.add(mixture.sample(using: &generator))
    #expect(digest.value == 4_258_859_878_692_493_449)
  }

  @Test func metrics() {
    let (train, test) = Digits.all.split(1500, seed: 2)
    let components = PrincipalComponents(train.inputs, features: 64, count: 16)
    let (a, b) = (components.encode(train.inputs), components.encode(test.inputs))
    let hundred = Array(a[..<1600])
    var digest = Digest()
    digest.add(a)
    digest.add([
      frechetDistance(a, b, features: 16), energyDistance(b, b, features: 16),
      maximumMeanDiscrepancy(b, reference: hundred, features: 16),
      memorizationScore(test.inputs, training: train.inputs, features: 64),
    ])
    let scores = ManifoldScores(real: hundred, generated: b, features: 16)
    digest.add([scores.precision, scores.recall, scores.density, scores.coverage])
    #expect(digest.value == UInt64(bitPattern: -6_924_874_940_866_457_697))
  }

  @Test func drawnData() {
    var generator = RandomGenerator(seed: 9)
    var digest = Digest()
    digest.add(Face.sample(20, using: &generator).images)
    digest.add(PointClouds.swissRoll(100, using: &generator).inputs)
    digest.add(PointClouds.twoMoons(100, using: &generator).inputs)
    let ring = GaussianModes.ring()
    let points = ring.sample(300, using: &generator).inputs
    digest.add(points)
    digest.add(ring.denoised(points, signal: 0.6, noise: 0.8))
    digest.add(ring.count(in: points).pointsPerMode)
    digest.add([ring.logDensity([1, 2])])
    #expect(digest.value == 5_352_603_677_600_883_722)
  }
}
