import AllocationCounter
import Autodiff
import Foundation
import Learning
import Numerics
import Testing

/// A training step asks the system for no memory once one of its size has run.
@Suite(.enabled(if: blocksRequested() >= 0, "heap requests are counted with glibc only"))
struct AllocationTests {
  @Test func theCounterCounts() {
    let before = blocksRequested()
    let numbers = [Float](repeating: 1, count: 5_000 + Int(before) % 3)
    #expect(blocksRequested() > before && numbers[0] == 1)
  }

  /// Sizes at which one thread does it all, and one whose products, loss and optimiser are shared by two.
  /// In a process of its own: how many threads there are holds for all that runs in one.
  @Test func aStepAllocatesNothing() async {
    await #expect(processExitsWith: .success) {
      for (pixels, hidden, batch) in [(64, 32, 64), (100, 33, 50), (200, 160, 128)] {
        AllocationTests.countRequests(pixels: pixels, hidden: hidden, batch: batch)
      }
    }
  }

  private static func countRequests(pixels: Int, hidden: Int, batch: Int) {
    withThreads(2) {
      let model = Model(pixels: pixels, hidden: hidden, batch: batch)
      for _ in 0..<3 { model.step() }
      let otherBefore = requestsOfTheOtherThread()
      let before = blocksRequested()
      for _ in 0..<50 { model.step() }
      let requests = blocksRequested() - before
      #expect(requests == 0, "\(requests) in 50 steps")
      let others = requestsOfTheOtherThread() - otherBefore
      #expect(others == 0, "\(others) in 50 steps, on the other thread")
    }
  }

  /// The counter is a thread's own, so that other tests do not disturb it.
  private static func requestsOfTheOtherThread() -> Int {
    let count = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    defer { count.deallocate() }
    count.initialize(to: -1)
    // Now and then it comes too late to take a piece.
    for _ in 0..<1000 where count.pointee < 0 { forEachPiece(64, Counting(count: count)) }
    #expect(count.pointee >= 0, "no other thread took part")
    return count.pointee
  }

  private struct Counting: PieceWork {
    let count: UnsafeMutablePointer<Int>

    func run(piece: Int, worker: Int) {
      if worker == 1 { count.pointee = Int(blocksRequested()) }
      let start = ContinuousClock.now
      while ContinuousClock.now - start < .microseconds(50) {}
    }
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
