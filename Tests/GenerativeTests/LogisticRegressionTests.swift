import Generative
import Learning
import Testing

@Suite struct LogisticRegressionTests {
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func readsDigits(seed: UInt64) {
    let (train, test) = Digits.all.split(1_500, seed: seed)
    let model = LogisticRegression(features: 64, classes: 10, seed: seed)
    var losses: [Float] = []
    model.fit(train) { losses.append($0.loss) }
    #expect(model.accuracy(on: test) >= 0.95)
    #expect(losses.count == 60 * 30)
    #expect(abs(losses[0] - 2.302_585) < 1e-5, "with weights of 0 every class has probability 1/10: ln 10 nats")
    #expect(losses.suffix(30).reduce(0, +) / 30 < 0.1)
  }

  @Test func equalSeedsGiveEqualBits() {
    func digest(_ seed: UInt64) -> Digest {
      let model = LogisticRegression(features: 64, classes: 10, seed: seed)
      model.fit(Digits.all, epochs: 1)
      return model.parameters.digest
    }
    #expect(digest(1) == digest(1))
    #expect(digest(1) != digest(2))
  }

  @Test func probabilitiesAddUpToOne() {
    let model = LogisticRegression(features: 64, classes: 10)
    model.fit(Digits.all, epochs: 2) { if $0.number == 20 { $0.stop() } }
    #expect(model.parameters.updates == 20)
    let probabilities = model.probabilities(Array(Digits.all.inputs[..<640]))
    for row in 0..<10 { #expect(abs(probabilities[row * 10..<row * 10 + 10].reduce(0, +) - 1) < 1e-5) }
    #expect(model.probabilities([]).isEmpty)
  }
}
