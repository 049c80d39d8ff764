/// Random numbers that are the same on every machine: a key, and a counter that Threefry scrambles.
///
/// A generator is a value: a copy goes on from the same place. `substream` gives a generator of its own to each
/// purpose (initial weights, batches, noise), so that drawing more in one place changes nothing in another.
/// It is no `RandomNumberGenerator` on purpose: what the standard library does with one may change between
/// versions of Swift, and a published picture with it.
public struct RandomGenerator: Equatable, Sendable {
  var key: (UInt32, UInt32)
  /// Blocks of 64 bits drawn so far.
  package var position: UInt64

  /// A stream of its own for every seed.
  public init(seed: UInt64) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    position = 0
  }

  /// Another stream, which depends on this one's key and on `index` alone: not on what has been drawn.
  public func substream(_ index: UInt64) -> RandomGenerator {
    // Another key than that of the numbers themselves: a substream's key is never one of its parent's numbers.
    let word = threefry(
      key: (key.0 ^ 0x5375_6273, key.1 ^ 0x7472_6561),
      counter: (UInt32(truncatingIfNeeded: index), UInt32(truncatingIfNeeded: index &>> 32)))
    return RandomGenerator(seed: UInt64(word.1) &<< 32 | UInt64(word.0))
  }

  public static func == (a: RandomGenerator, b: RandomGenerator) -> Bool {
    a.key == b.key && a.position == b.position
  }

  /// The next block of 64 random bits, as two words.
  package mutating func nextBlock() -> (UInt32, UInt32) {
    let low = UInt32(truncatingIfNeeded: position)
    let high = UInt32(truncatingIfNeeded: position &>> 32)
    position &+= 1
    return threefry(key: key, counter: (low, high))
  }

  /// The next sixteen blocks: five kilobytes of WebAssembly, which a page need not load twice.
  #if hasFeature(Embedded)
    @inline(never)
  #else
    @inline(__always)
  #endif
  mutating func sixteenBlocks() -> (LaneBits, LaneBits) {
    let steps = LaneBits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    let low = LaneBits(repeating: UInt32(truncatingIfNeeded: position)) &+ steps
    // Where the low word has wrapped round, the high one is one more.
    let start = UInt32(truncatingIfNeeded: position &>> 32)
    let wrapped = low .< LaneBits(repeating: UInt32(truncatingIfNeeded: position))
    let high = LaneBits(repeating: start).replacing(with: LaneBits(repeating: start &+ 1), where: wrapped)
    position &+= 16
    return threefry(key: key, counter: (low, high))
  }

  // MARK: One at a time

  /// A number from [0, 1), a multiple of 2⁻²³.
  public mutating func uniform() -> Float {
    Float(bitPattern: nextBlock().0 &>> 9 | 0x3F80_0000) - 1
  }

  /// A number from the range, uniformly.
  public mutating func uniform(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// A number from N(0, 1).
  public mutating func normal() -> Float {
    let (first, second) = nextBlock()
    return boxMuller(LaneBits(repeating: first), LaneBits(repeating: second)).0[0]
  }

  /// An integer from 0 ..< n, each equally likely, 1 ≤ n ≤ 2³¹ − 1.
  ///
  /// Lemire, "Fast random integer generation in an interval" (2019): a product's high word, and the few products
  /// that would favour small numbers drawn again.
  public mutating func integer(below n: Int) -> Int {
    require(n >= 1 && n <= Int(Int32.max), "integer(below: \(n)): the bound must be at least 1 and below 2^31")
    let bound = UInt32(n)
    let threshold = (0 &- bound) % bound
    while true {
      let product = UInt64(nextBlock().0) &* UInt64(bound)
      if UInt32(truncatingIfNeeded: product) >= threshold { return Int(product &>> 32) }
    }
  }

  /// An index, with probability in proportion to its weight. Weights are ≥ 0 and not all 0.
  public mutating func categorical(_ weights: [Float]) -> Int {
    var total: Float = 0
    var last = -1
    for (index, weight) in weights.enumerated() {
      require(weight >= 0 && weight < .infinity, "categorical: weight \(index) is \(weight), not a number from 0 up")
      if weight > 0 { last = index }
      total += weight
    }
    require(last >= 0, "categorical: all \(weights.count) weights are 0")
    var left = uniform() * total
    for index in 0..<last where weights[index] > 0 {
      left -= weights[index]
      if left < 0 { return index }
    }
    return last
  }

  /// The numbers 0 ..< n in random order, each order equally likely (Fisher and Yates).
  public mutating func permutation(_ n: Int) -> [Int] {
    var order = [Int](unsafeUninitializedCapacity: n) { buffer, count in
      for index in 0..<n { buffer.initializeElement(at: index, to: index) }
      count = n
    }
    shuffle(&order)
    return order
  }

  /// Puts the elements in random order, each order equally likely.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var index = elements.count - 1
    while index > 0 {
      elements.swapAt(index, integer(below: index + 1))
      index -= 1
    }
  }
}
