import Numerics

/// Endless batches of row numbers: all rows in random order, then in another, each batch of the same size.
///
/// What is left at the end of a round and does not fill a batch is skipped in that round.
public struct Batches {
  public let count: Int
  public let size: Int
  private var random: RandomGenerator
  private var order: [Int] = []
  private var position = 0

  /// Batches of rows 0 ..< count. A training that goes on after `skipping` batches sees those that would have come
  /// next.
  public init(of count: Int, size: Int, seed: UInt64, skipping: Int = 0) {
    require(size >= 1 && size <= count, "batches of \(size) rows cannot be drawn from \(count)")
    self.count = count
    self.size = size
    random = RandomGenerator(seed: seed)
    for _ in 0..<skipping { _ = next() }
  }

  /// Batches in one round through the rows.
  public var perEpoch: Int { count / size }

  public mutating func next() -> [Int] {
    if order.isEmpty || position + size > count {
      order = random.permutation(count)
      position = 0
    }
    position += size
    return [Int](order[position - size..<position])
  }
}
