import Numerics

/// A spread of intervals of 3 days or more by a few days, so that cards first seen together do not stay together.
///
/// Every whole number of days of the range is equally likely. The draw depends on the seed, the card and the number
/// of its answers alone: the interval shown before an answer is the one that follows it, and computing a card again
/// from its log gives the same due date.
struct Fuzz: Sendable {
  let seed: UInt64

  /// i ± δ with δ = 1 + 15 % of days 2.5 to 7 + 10 % of days 7 to 20 + 5 % of what lies above, at least 2.
  static func range(around days: Int64, maximum: Int64) -> ClosedRange<Int64> {
    let interval = Double(days)
    var delta = 1.0
    delta += 0.15 * max(min(interval, 7) - 2.5, 0)
    delta += 0.1 * max(min(interval, 20) - 7, 0)
    delta += 0.05 * max(interval - 20, 0)
    let high = min(Int64((interval + delta).rounded(.toNearestOrEven)), maximum)
    let low = min(max(2, Int64((interval - delta).rounded(.toNearestOrEven))), high)
    return low...high
  }

  func days(around days: Int64, maximum: Int64, card: UInt64, reviews: Int) -> Int64 {
    guard days >= 3 else { return days }
    let range = Self.range(around: days, maximum: maximum)
    var generator = RandomGenerator(seed: seed).substream(card).substream(UInt64(truncatingIfNeeded: reviews))
    return range.lowerBound + Int64(generator.integer(below: Int(range.upperBound - range.lowerBound + 1)))
  }
}
