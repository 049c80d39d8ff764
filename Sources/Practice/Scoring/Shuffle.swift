import Numerics

/// The order in which items are shown. The same seed gives the same order everywhere.
public enum Shuffle {
  /// The seed for an exercise: another order at each attempt (counted from 0), the same one for everybody, on every
  /// page and terminal.
  public static func seed(of exercise: String, attempt: Int = 0) -> UInt64 {
    var hash = FNV1a()
    hash.combine(exercise)
    return hash.value &+ UInt64(truncatingIfNeeded: attempt)
  }

  /// Every order is equally likely: `order[k]` is the item shown at place k.
  public static func any(_ count: Int, seed: UInt64) -> [Int] {
    var generator = RandomGenerator(seed: seed)
    return generator.permutation(count)
  }

  /// Every order but the right one, 0, 1, 2, …, is equally likely; a single item has only that.
  public static func neverSolved(_ count: Int, seed: UInt64) -> [Int] {
    var generator = RandomGenerator(seed: seed)
    var order = generator.permutation(count)
    while count >= 2 && isSolved(order) { order = generator.permutation(count) }
    return order
  }

  private static func isSolved(_ order: [Int]) -> Bool {
    for place in 0..<order.count where order[place] != place { return false }
    return true
  }
}
