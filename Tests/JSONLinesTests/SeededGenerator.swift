import Numerics

/// A generator of the same bits in each run.
struct SeededGenerator: RandomNumberGenerator {
  private var random: RandomGenerator

  init(seed: UInt64) { random = RandomGenerator(seed: seed) }

  mutating func next() -> UInt64 {
    let (low, high) = random.nextBlock()
    return UInt64(high) << 32 | UInt64(low)
  }
}
