import Autodiff
import Generative
import Learning
import Numerics
import Testing

@Suite struct DiffusionTests {
  /// Row 21 of the acceptance table with fewer steps: the ring is found.
  @Test func findsTheRing() {
    var generator = RandomGenerator(seed: 1)
    let ring = GaussianModes.ring()
    let model = Diffusion(features: 2, schedule: .cosine(steps: 100), hidden: [64, 64, 64], seed: 1)
    model.fit(ring.sample(20_000, using: &generator), steps: 2_000, batch: 128)
    let found = ring.count(in: model.sample(1_000, using: &generator))
    #expect(found.modes == 8)
    #expect(found.shareNear >= 0.85)
  }

  /// With the same network, each prediction tells the same x₀ when the answers are those of one x₀.
  @Test func predictionsTellTheSame() {
    for prediction in [Diffusion.Prediction.noise, .original, .velocity] {
      let schedule = NoiseSchedule.cosine(steps: 10)
      let x0: [Float] = [0.3, -0.7]
      let ε: [Float] = [1.1, 0.4]
      let model = Diffusion(features: 2, prediction: prediction, schedule: schedule, scale: .unchanged) { _, _ in
        Oracle(prediction, x0: x0, ε: ε, schedule: schedule, t: 6)
      }
      let (a, s) = (Float(schedule.signal(at: 6)), Float(schedule.noise(at: 6)))
      let xt = [a * x0[0] + s * ε[0], a * x0[1] + s * ε[1]]
      let estimate = model.estimate(xt, at: 6)
      #expect(abs(estimate[0] - x0[0]) < 1e-5 && abs(estimate[1] - x0[1]) < 1e-5)
    }
  }

  /// Answers what a perfect network would.
  final class Oracle: Denoiser {
    private let answer: [Float]

    init(_ prediction: Diffusion.Prediction, x0: [Float], ε: [Float], schedule: NoiseSchedule, t: Int) {
      let (a, s) = (Float(schedule.signal(at: t)), Float(schedule.noise(at: t)))
      switch prediction {
      case .noise: answer = ε
      case .original: answer = x0
      case .velocity: answer = zip(x0, ε).map { a * $1 - s * $0 }
      }
    }

    func predict(_ x: Tensor, _ conditions: Tensor) -> Tensor { x.tape.constant(answer, x.shape) }
  }

  @Test func picturesStayWithinTheirRangeAndClassesAreKnown() {
    let model = Diffusion(
      features: 64, classes: 10, prediction: .velocity, schedule: .cosine(steps: 20), hidden: [32], scale: .pixels,
      seed: 2)
    var seen = 0
    model.fit(Digits.all, steps: 30, batch: 16, averaging: 0.9) { _ in seen += 1 }
    #expect(seen == 30)
    var generator = RandomGenerator(seed: 2)
    var stops: [Int] = []
    let images = model.sample(
      6, steps: 5, stochasticity: 0, classes: [0, 1, 2, 3, 4, -1], guidance: 1, using: &generator
    ) { t, _ in stops.append(t) }
    #expect(stops == [20, 16, 12, 8, 4, 0])
    #expect(images.count == 384 && images.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func equalSeedsGiveEqualBits() {
    func digest() -> Digest {
      var generator = RandomGenerator(seed: 3)
      let model = Diffusion(features: 2, seed: 3)
      model.fit(GaussianModes.ring().sample(500, using: &generator), steps: 20, batch: 32)
      return model.parameters.digest
    }
    #expect(digest() == digest())
  }

  /// The network of convolutions learns: its loss falls below that of the mean picture, and it draws pictures.
  @Test func convolutionsDenoiseToo() {
    let model = Diffusion.convolutional(side: 8, channels: 8, seed: 4)
    var losses: [Float] = []
    model.fit(Digits.all, steps: 150, batch: 32, learningRate: 3e-3) { losses.append($0.loss) }
    #expect(losses.suffix(20).reduce(0, +) / 20 < 0.5 * losses[0])
    var generator = RandomGenerator(seed: 4)
    let images = model.sample(3, steps: 4, using: &generator)
    #expect(images.count == 192 && images.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}
