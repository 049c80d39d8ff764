import Randomness

/// The order in which items are shown. The same seed gives the same order everywhere.
public enum Shuffle {
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
