import Autodiff
import Foundation
import Learning
import Numerics
import Testing

@Suite struct OptimizerTests {
  /// A parabola with one minimum at (3, −1): every optimiser finds it.
  @Test(arguments: [
    (rate: LearningRate.constant(0.1), momentum: Float(0)), (rate: .linear(from: 0.1, steps: 300), momentum: 0.5),
  ])
  func descentFindsTheMinimum(rate: LearningRate, momentum: Float) {
    let θ = Parameters(seed: 1)
    let point = θ.add("point", [1, 2], .normal(1))
    let trainer = Trainer(θ, SGD(learningRate: rate, momentum: momentum), tape: Tape(seed: 1))
    let target: [Float] = [3, -1]
    for _ in 0..<300 { trainer.minimize { sum(square(point.on($0) - $0.constant(target, [1, 2]))) } }
    #expect(abs(θ.values[0] - 3) < 1e-3 && abs(θ.values[1] + 1) < 1e-3)
    #expect(θ.updates == 300)
  }

  /// The first steps by hand: m̂ = g and v̂ = g² at t = 1, so the step is α g / (|g| + ε).
  @Test func adamsFirstStepHasTheLengthOfTheRate() {
    let θ = Parameters(seed: 1)
    let x = θ.add("x", [1, 1], .ones)
    let trainer = Trainer(θ, Adam(learningRate: 0.25), tape: Tape(seed: 1))
    trainer.minimize { 5 * x.on($0) }
    #expect(abs(θ.values[0] - 0.75) < 1e-6)
  }

  @Test func gradientsOfWhatTheLossDoesNotReachAreZero() {
    let θ = Parameters(seed: 1)
    let a = θ.add("a", [1, 3], .ones)
    let b = θ.add("b", [1, 3], .ones)
    let tape = Tape(seed: 1)
    θ.differentiate(sum(a.on(tape)) + sum(b.on(tape)))
    #expect(θ.gradients == [1, 1, 1, 1, 1, 1])
    tape.rewind()
    θ.differentiate(sum(2 * a.on(tape)))
    #expect(θ.gradients == [2, 2, 2, 0, 0, 0])
  }

  @Test func otherParametersAreLeftAlone() {
    let θ = Parameters(seed: 1)
    let other = Parameters(seed: 2)
    let a = Dense(3, 4, .tanh, in: θ)
    let b = Dense(4, 1, in: other)
    let before = other.values
    let trainer = Trainer(θ, Adam(learningRate: 0.1), tape: Tape(seed: 1))
    let old = θ.values
    trainer.minimize { mean(b(a($0.normal([8, 3])))) }
    #expect(other.values == before)
    #expect(other.gradients.allSatisfy { $0 == 0 })
    #expect(θ.values != old)
  }

  @Test func learningRates() {
    #expect(LearningRate.linear(from: 1, to: 0.5, steps: 10).at(5) == 0.75)
    #expect(LearningRate.linear(from: 1, steps: 10).at(20) == 0)
    #expect(abs(LearningRate.cosine(from: 2, steps: 10).at(5) - 1) < 1e-6)
    #expect(LearningRate.warmUp(steps: 4, then: 0.4).at(1) == 0.2)
    #expect(LearningRate.warmUp(steps: 4, then: .linear(from: 1, steps: 2)).at(5) == 0.5)
  }

  @Test func trainingCanBeStopped() {
    let θ = Parameters(seed: 1)
    let x = θ.add("x", [1, 1], .ones)
    let trainer = Trainer(θ, SGD(learningRate: 0.1), tape: Tape(seed: 1))
    var seen: [Int] = []
    trainer.minimize(steps: 100) { step in
      seen.append(step.number)
      if step.number == 3 { step.stop() }
    } loss: {
      square(x.on($0))
    }
    #expect(seen == [1, 2, 3])
    #expect(θ.updates == 3)
  }

  /// Decay alone: where the gradient is 0 each step keeps the share 1 − α λ.
  @Test func weightDecayIsApartFromTheGradient() {
    let θ = Parameters(seed: 1)
    let x = θ.add("x", [1, 1], .ones)
    let trainer = Trainer(θ, AdamW(learningRate: 0.1, weightDecay: 0.5), tape: Tape(seed: 1))
    for _ in 0..<3 { trainer.minimize { 0 * x.on($0) } }
    #expect(abs(θ.values[0] - 0.95 * 0.95 * 0.95) < 1e-6)
  }

  @Test func longGradientsAreShortened() {
    let θ = Parameters(seed: 1)
    let x = θ.add("x", [1, 2], .zeros)
    func step(_ limit: Float) -> [Float] {
      θ.values = [0, 0]
      Trainer(θ, SGD(learningRate: 1), tape: Tape(seed: 1), gradientLimit: limit).minimize {
        sum(x.on($0) * $0.constant([3, 4], [1, 2]))
      }
      return θ.values
    }
    let short = step(2.5)
    #expect(abs(short[0] + 1.5) < 1e-6 && abs(short[1] + 2) < 1e-6)
    #expect(abs(θ.gradientNorm - 2.5) < 1e-6)
    #expect(step(6) == [-3, -4])
  }

  @Test func theAverageFollowsTheValues() {
    let θ = Parameters(seed: 1)
    let x = θ.add("x", [1, 1], .zeros)
    θ.keepAverage(decay: 0.5)
    let trainer = Trainer(θ, SGD(learningRate: 1), tape: Tape(seed: 1))
    for _ in 0..<3 { trainer.minimize { -1 * x.on($0) } }
    #expect(θ.values == [3])
    // 0 → ½ → 1¼ → 2⅛
    #expect(θ.withAverage { θ.values } == [2.125])
    #expect(θ.values == [3])
  }
}
