import Generative
import Numerics
import Testing

@Suite struct ClassifierTests {
  static let digits = Digits.all.split(1500, seed: 1)

  @Test func classGaussiansJudge() {
    let (train, test) = Self.digits
    let figure = ClassGaussians(train, smoothing: 0.1).accuracy(on: test)
    #expect(figure >= 0.90)
  }

  @Test func gaussianNaiveBayesJudges() {
    let (train, test) = Self.digits
    let own = GaussianNaiveBayes(train, smoothing: 0.1).accuracy(on: test)
    let shared = GaussianNaiveBayes(train, smoothing: 0.1, sharedVariances: true).accuracy(on: test)
    #expect(own >= 0.88)
    #expect(shared >= 0.85)
  }

  @Test func bernoulliNaiveBayesJudges() {
    let (train, test) = Self.digits
    let figure = BernoulliNaiveBayes(train).accuracy(on: test)
    #expect(figure >= 0.85)
  }

  @Test func nearestNeighboursJudge() {
    let (train, test) = Self.digits
    let one = NearestNeighbours(train).accuracy(on: test)
    let five = NearestNeighbours(train, neighbours: 5).accuracy(on: test)
    #expect(one >= 0.97)
    #expect(five >= 0.97)
    #expect(NearestNeighbours(train).accuracy(on: train) == 1)
  }
}
