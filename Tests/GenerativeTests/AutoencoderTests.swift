import Generative
import Learning
import Testing

@Suite struct AutoencoderTests {
  /// Row 1 of the acceptance table, k = 2: without hidden layers it finds the surface of principal components.
  @Test func aLinearOneIsPrincipalComponents() {
    let (train, test) = Digits.all.split(1_500, seed: 1)
    let model = Autoencoder(features: 64, latent: 2, hidden: [], seed: 1)
    model.fit(train, steps: 6_000, batch: 250, learningRate: 5e-3)
    let best = PrincipalComponents(train.inputs, features: 64, count: 2)
    #expect(abs(model.reconstructionError(test.inputs) / best.reconstructionError(test.inputs) - 1) < 0.005)
  }

  /// Row 3, k = 2: a deep one beats it with as many numbers.
  @Test func aDeepOneReconstructsBetter() {
    let (train, test) = Digits.all.split(1_500, seed: 1)
    let model = Autoencoder(features: 64, latent: 2, seed: 1)
    var losses: [Float] = []
    model.fit(train) { losses.append($0.loss) }
    #expect(model.reconstructionError(test.inputs) <= 0.040)
    #expect(losses[0] > losses[losses.count - 1])
    #expect(model.encode(test.inputs).count == 297 * 2)
    #expect(model.decode([0, 0]).count == 64)
    #expect(model.encode([]).isEmpty)
  }
}
