import Autodiff
import Generative
import Learning
import Numerics
import Testing

@Suite struct GenerativeAdversarialNetworkTests {
  typealias GAN = GenerativeAdversarialNetwork

  /// What D pulls with is the slope of G's loss: against finite differences, for every objective.
  @Test(arguments: [GAN.Objective.minimax, .nonSaturating, .wasserstein(gradientPenalty: 10)])
  func pullsAreTheSlopeOfTheLossOfG(objective: GAN.Objective) {
    let model = GAN(features: 2, generator: [4], discriminator: [16, 16], slope: 0.2, objective: objective, seed: 5)
    let points: [Float] = [0.3, -0.2, 1.1, 0.4, -0.7, 0.9]
    func losses(_ points: [Float]) -> [Double] {
      model.judge(points).map { logit in
        switch objective {
        case .minimax: Double(-log(1 + exp(logit)))
        case .nonSaturating: Double(log(1 + exp(-logit)))
        case .wasserstein: -Double(logit)
        }
      }
    }
    let pulls = model.generatorGradients(at: points)
    for axis in 0..<2 {
      func moved(_ step: Float) -> [Float] { points.indices.map { points[$0] + ($0 % 2 == axis ? step : 0) } }
      let (above, below) = (losses(moved(1e-2)), losses(moved(-1e-2)))
      for row in 0..<3 { #expect(abs(Double(pulls[2 * row + axis]) + (above[row] - below[row]) / 2e-2) < 5e-3) }
    }
    let short = model.generatorGradients(at: points, longest: 1e-3)
    for row in 0..<3 {
      let (x, y) = (short[2 * row], short[2 * row + 1])
      #expect(abs((x * x + y * y).squareRoot() - 1e-3) < 1e-6)
      #expect(abs(x * pulls[2 * row + 1] - y * pulls[2 * row]) < 1e-6)  // the same direction
    }
  }

  /// Row 15 of the acceptance table: the penalty's gradient, found by the adjoint network on the tape in Float32, against
  /// finite differences of the penalty in Double.
  @Test(arguments: [0.01, 0.2] as [Float])
  func gradientOfR1(slope: Float) {
    let widths = [3, 7, 5, 1]
    let θ = Parameters(seed: 2)
    let network = MLP(widths, .leakyReLU(slope), in: θ)
    let tape = Tape(seed: 2)
    let rows = 9
    let x = RandomGenerator(seed: 3).substream(0).with { $0.normals(rows * 3) }
    θ.differentiate(mean(sum(square(network.inputGradient(tape.constant(x, [rows, 3]))), over: 1)))
    let gradients = θ.gradients

    let weights = θ.values.map { Double($0) }
    func penalty(_ weights: [Double]) -> Double {
      let reference = ReferenceNetwork(widths: widths, weights: weights, slope: Double(slope))
      var sum = 0.0
      for row in 0..<rows {
        let gradient = reference.inputGradient(x[row * 3..<row * 3 + 3].map { Double($0) })
        sum += gradient.reduce(0) { $0 + $1 * $1 } / Double(rows)
      }
      return sum
    }
    let expected = weights.indices.map { index in
      var (above, below) = (weights, weights)
      above[index] += 1e-6
      below[index] -= 1e-6
      return (penalty(above) - penalty(below)) / 2e-6
    }
    #expect(distance(gradients, expected) < 1e-3)
  }

  @Test func theInputGradientIsThatOfTheTape() {
    let network = MLP([4, 6, 1], .relu, in: Parameters(seed: 5))
    let tape = Tape(seed: 5)
    let x = tape.normal([8, 4])
    let expected = tape.gradient(of: sum(network(x)), withRespectTo: x)
    #expect(distance(network.inputGradient(x).array, expected.map { Double($0) }) < 1e-6)
  }

  /// A short training of each kind: finite, reproducible, and both networks learn.
  @Test(arguments: [
    GAN.Objective.minimax, .nonSaturating, .wasserstein(gradientPenalty: 10),
  ])
  func everyObjectiveTrains(objective: GAN.Objective) {
    func run() -> (GAN, [AdversarialStep]) {
      let model = GAN(features: 2, generator: [32], discriminator: [32], objective: objective, seed: 6)
      var generator = RandomGenerator(seed: 6)
      var steps: [AdversarialStep] = []
      model.fit(GaussianModes.ring().sample(1_000, using: &generator), GAN.Schedule(steps: 60, batch: 32)) {
        steps.append($0)
        if $0.number == 50 { $0.stop() }
      }
      return (model, steps)
    }
    let (model, steps) = run()
    let (again, _) = run()
    #expect(steps.count == 50)
    #expect(steps.allSatisfy { $0.discriminatorLoss.isFinite && $0.generatorLoss.isFinite })
    #expect(model.generatorParameters.digest == again.generatorParameters.digest)
    #expect(model.discriminatorParameters.digest == again.discriminatorParameters.digest)
  }

  /// A light version of row 12: alone the generator collapses, packed it does not.
  @Test func packingPreventsCollapse() {
    var generator = RandomGenerator(seed: 1_001)
    let data = GaussianModes.ring().sample(20_000, using: &generator)
    func modes(pack: Int, kernels: Int = 0) -> Int {
      let model = GAN(
        features: 2, generator: [64, 64], discriminator: [64, 64], slope: 0.2, pack: pack, kernels: kernels, seed: 1)
      model.fit(data, .collapsing)
      return GaussianModes.ring().count(in: model.sample(2_500, using: &generator)).modes
    }
    #expect(modes(pack: 1) <= 4)
    #expect(modes(pack: 2) == 8)
  }

  @Test func minibatchDiscriminationSeesCopies() {
    let θ = Parameters(seed: 8)
    let layer = MinibatchDiscrimination(3, kernels: 2, in: θ)
    let tape = Tape(seed: 8)
    let copies = layer(tape.constant([Float](repeating: 0.5, count: 15), [5, 3])).array
    #expect(copies.count == 10 && copies.allSatisfy { abs($0 - 4) < 1e-4 }, "four others at no distance")
    let spread = layer(30 * tape.normal([5, 3])).array
    #expect(spread.allSatisfy { $0 < 1 })
    let model = GAN(features: 2, generator: [16], discriminator: [16], kernels: 3, seed: 8)
    var generator = RandomGenerator(seed: 8)
    model.fit(GaussianModes.ring().sample(200, using: &generator), GAN.Schedule(steps: 5, batch: 20))
    #expect(model.sample(7, using: &generator).count == 14)
    #expect(model.judge(model.sample(7, using: &generator)).count == 7)
  }

  @Test func theConditionalOneDrawsWhatIsAskedFor() {
    var generator = RandomGenerator(seed: 1)
    let ring = GaussianModes.ring()
    let data = ring.sample(8_000, using: &generator)
    let model = ConditionalGAN(
      features: 2, classes: 8, latent: 2, hidden: [64, 64], r1: 0.1, scale: .unchanged, seed: 1)
    model.fit(data, GAN.Schedule(steps: 1_500, averaging: 0.99))
    let labels = (0..<800).map { $0 % 8 }
    let drawn = model.sample(classes: labels, using: &generator)
    let right = labels.indices.count { row in
      let dx = drawn[2 * row] - ring.centres[2 * labels[row]]
      let dy = drawn[2 * row + 1] - ring.centres[2 * labels[row] + 1]
      return (dx * dx + dy * dy).squareRoot() < 0.5
    }
    #expect(right >= 760)
  }
}

/// A network of leaky ReLUs in Double, differentiated by hand with respect to its input.
struct ReferenceNetwork {
  var widths: [Int]
  var weights: [Double]
  var slope: Double

  func inputGradient(_ x: [Double]) -> [Double] {
    var h = x
    var slopes: [[Double]] = []
    var matrices: [[Double]] = []
    var start = 0
    for layer in 1..<widths.count {
      let (inputs, outputs) = (widths[layer - 1], widths[layer])
      let matrix = Array(weights[start..<start + inputs * outputs])
      let bias = weights[(start + inputs * outputs)..<(start + inputs * outputs + outputs)]
      start += inputs * outputs + outputs
      let sums = (0..<outputs).map { j in
        (0..<inputs).reduce(bias[bias.startIndex + j]) { $0 + h[$1] * matrix[$1 * outputs + j] }
      }
      let isLast = layer == widths.count - 1
      slopes.append(sums.map { isLast || $0 > 0 ? 1 : slope })
      matrices.append(matrix)
      h = zip(sums, slopes[slopes.count - 1]).map { $0 * $1 }
    }
    var d = slopes[slopes.count - 1]
    for layer in (1..<widths.count).reversed() {
      let (inputs, outputs) = (widths[layer - 1], widths[layer])
      let matrix = matrices[layer - 1]
      d = (0..<inputs).map { i in (0..<outputs).reduce(0) { $0 + matrix[i * outputs + $1] * d[$1] } }
      if layer > 1 { d = zip(d, slopes[layer - 2]).map { $0 * $1 } }
    }
    return d
  }
}

extension RandomGenerator {
  /// For a constant: draws from a copy.
  func with<Result>(_ body: (inout RandomGenerator) -> Result) -> Result {
    var copy = self
    return body(&copy)
  }
}
