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

  /// The second size is one whose products are shared among threads.
  @Test(arguments: [(64, 32, 64), (256, 256, 128)])
  func aStepAllocatesNothing(pixels: Int, hidden: Int, batch: Int) {
    let model = Model(pixels: pixels, hidden: hidden, batch: batch)
    let requests = withThreads(2) {
      for _ in 0..<3 { model.step() }
      let before = blocksRequested()
      for _ in 0..<50 { model.step() }
      return blocksRequested() - before
    }
    #expect(requests == 0, "\(requests) in 50 steps")
  }

  /// A variational autoencoder, so that every kind of node is there: data, noise, layers, sums and a loss.
  private final class Model {
    let θ = Parameters(seed: 1)
    let encoder: Dense, mean: Dense, logVariance: Dense
    let decoder: MLP
    let trainer: Trainer<Adam>
    let data: [Float]
    let pixels: Int, batch: Int

    init(pixels: Int, hidden: Int, batch: Int) {
      self.pixels = pixels
      self.batch = batch
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
        let x = tape.constant(data, [batch, pixels])
        let h = encoder(x)
        let μ = mean(h)
        let logσ² = logVariance(h)
        let z = μ + exp(0.5 * logσ²) * tape.normal(μ.shape)
        return (bernoulliNLL(x, logits: decoder(z)) - 0.5 * sum(1 + logσ² - square(μ) - exp(logσ²))) / Float(batch)
      }
    }
  }
}
