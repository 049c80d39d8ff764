import AllocationCounter
import Autodiff
import Foundation
import Learning
import Randomness
import Testing

/// A training step asks the system for no memory once one of its size has run.
@Suite(.enabled(if: blocksRequested() >= 0, "heap requests are counted with glibc only"))
struct AllocationTests {
  @Test func theCounterCounts() {
    let before = blocksRequested()
    let numbers = [Float](repeating: 1, count: 5_000 + Int(before) % 3)
    #expect(blocksRequested() > before && numbers[0] == 1)
  }

  /// Sizes at which nothing is shared among threads: what is, asks for a few bytes to hand a closure over.
  @Test(arguments: [(64, 32, 64), (100, 33, 50)])
  func aStepAllocatesNothing(pixels: Int, hidden: Int, batch: Int) {
    let model = Model(pixels: pixels, hidden: hidden, batch: batch)
    for _ in 0..<3 { model.step() }
    let before = blocksRequested()
    for _ in 0..<50 { model.step() }
    let requests = blocksRequested() - before
    #expect(requests == 0, "\(requests) in 50 steps")
  }

  /// A variational autoencoder, so that every kind of node is there: data, noise, layers, sums and a loss.
  private final class Model {
    let θ = Parameters(seed: 1)
    let encoder: Dense, mean: Dense, logVariance: Dense
    let decoder: MLP
    let trainer: Trainer<Adam>
    let data: [Float]
    /// Made once: a shape written as a literal is an array first.
    let shape: Shape

    init(pixels: Int, hidden: Int, batch: Int) {
      shape = [batch, pixels]
      encoder = Dense(pixels, hidden, .silu, in: θ)
      mean = Dense(hidden, 2, in: θ)
      logVariance = Dense(hidden, 2, in: θ)
      decoder = MLP([2, hidden, pixels], .relu, in: θ)
      trainer = Trainer(θ, Adam(learningRate: 1e-3), tape: Tape(seed: 2))
      var random = RandomGenerator(seed: 3)
      data = random.uniforms(batch * pixels)
    }

    func step() {
      trainer.minimize { tape in
        let x = tape.constant(data, shape)
        let h = encoder(x)
        let μ = mean(h)
        let logσ² = logVariance(h)
        let z = μ + exp(0.5 * logσ²) * tape.normal(μ.shape)
        return (bernoulliNLL(x, logits: decoder(z)) - 0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))) / Float(shape[0])
      }
    }
  }
}
