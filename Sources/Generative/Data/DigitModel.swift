/// A model of the bits of digits: the probability that a bit is set, from what was counted before it and the pixels
/// above and to the left. Whoever packs and whoever unpacks count alike: with whole numbers alone, so that every
/// machine does.
///
/// Four opinions, each how often the bit was set in one kind of context, are mixed by logistic regression that learns
/// as it goes (Mahoney, "Adaptive weighing of context models for lossless data compression", 2005).
struct DigitModel {
  /// The context that a pixel's bits, or a label's, depend on.
  struct Context {
    /// The index at which the bits begin in each of the four kinds of context.
    fileprivate let places: SIMD4<Int32>
    /// The index at which their weights begin.
    fileprivate let weights: Int

    /// The four bits of a label.
    static var label: Context {
      Context(places: (SIMD4(0, 1, 2, 3) &+ DigitModel.labels) &* DigitModel.nodes, weights: Int(DigitModel.nodes))
    }

    private init(places: SIMD4<Int32>, weights: Int) {
      self.places = places
      self.weights = weights
    }

    /// - Parameters:
    ///   - levels: of all digits; those of this one's pixels before this one are known.
    ///   - start: where this digit's begin.
    init(pixel: Int, label: Int, levels: [UInt8], from start: Int) {
      /// From 0, paper, to 4, ink.
      func shade(_ up: Int, _ left: Int) -> Int32 {
        let isInside = up <= pixel / 8 && (0..<8).contains(pixel % 8 - left)
        return isInside ? Int32((levels[start + pixel - 8 * up - left] + 4) / 5) : 0
      }
      let place = Int32(pixel) * 5
      let (left, above) = (shade(0, 1), shade(1, 0))
      let (aboveLeft, aboveRight) = (shade(1, 1), shade(1, -1))
      let shades = SIMD4(
        ((place + above) * 5 + left) * 10 + Int32(label),
        ((place + left) * 5 + shade(0, 2)) * 5 + aboveRight,
        ((place + above) * 5 + shade(2, 0)) * 10 + Int32(label),
        ((above * 5 + left) * 5 + aboveLeft) * 5 + aboveRight)
      places = (shades &+ SIMD4(0, 16_000, 24_000, 40_000)) &* DigitModel.nodes
      weights = 0
    }
  }

  /// The bits that a context may ask for: below 16, those of a number by the bits in front of them.
  static let isPaper = 16
  static let isInk = 17
  private static let nodes: Int32 = 18
  /// The contexts of labels stand behind those of pixels.
  private static let labels: Int32 = 40_625

  /// The probability of a set bit, of 65,536, and in the low byte how many bits were counted, up to 30.
  private var counts = [Int32](repeating: 32_768 << 8, count: Int((labels + 4) * nodes))
  /// The weights of the four opinions, of 65,536.
  private var weights = [SIMD4<Int32>](repeating: SIMD4(repeating: 16_000), count: 2 * Int(nodes))
  /// 65,536 / (1 + e^(−i/2))
  private let logistic: [Int32]
  /// The inverse: 256 log(p / (1 − p)), by the first twelve bits of p.
  private var logits = [Int32](repeating: 2_047, count: 4_096)
  /// The weight of the next bit behind so many others, of 32,768.
  private var rates: [Int32] = []

  /// The bit at hand: where it is counted, what the four say of it, whose weights it takes, and the mixture.
  private var places = SIMD4<Int32>()
  private var state = SIMD4<Int32>()
  private var opinions = SIMD4<Int32>()
  private var set = 0
  private var mixture: Int32 = 0

  init() {
    var logistic: [Int32] = []
    var power: UInt64 = 65_536
    for _ in 0..<17 {
      logistic.append(Int32((1 << 32) / (65_536 + power)))
      power = (power * 39_750) >> 16  // e^(−1/2)
    }
    self.logistic = logistic
    for seen: Int32 in 0...30 { rates.append(65_536 / (2 * seen + 3)) }
    var next = 0
    for logit: Int32 in -2_047...2_047 {
      let odds = Int(Self.probability(logit, logistic) >> 4)
      while next <= odds {
        logits[next] = logit
        next += 1
      }
    }
  }

  /// The last number of the interval's part that stands for a set bit.
  mutating func split(_ low: UInt32, _ high: UInt32, _ node: Int, _ context: Context) -> UInt32 {
    places = context.places &+ Int32(node)
    set = context.weights + node
    func count(_ index: Int) -> Int32 { counts[Int(places[index])] }
    state = SIMD4(count(0), count(1), count(2), count(3))
    func opinion(_ index: Int) -> Int32 { logits[Int(state[index] &>> 12)] }
    opinions = SIMD4(opinion(0), opinion(1), opinion(2), opinion(3))
    let sum = ((weights[set] &* opinions) &>> 8).wrappedSum() >> 8
    mixture = min(65_504, max(32, Self.probability(min(2_047, max(-2_047, sum)), logistic)))
    return low + UInt32((UInt64(high - low) * UInt64(mixture)) >> 16)
  }

  /// Counts the bit and weighs the opinions anew. The first bits count most; thirty later, each counts a thirtieth.
  mutating func note(_ isSet: Bool) {
    let error = (isSet ? 65_536 : 0) - mixture
    weights[set] = weights[set] &+ (opinions &* error &+ 32_768) &>> 16
    let odds = state &>> 8
    func rate(_ index: Int) -> Int32 { rates[Int(state[index] & 255)] }
    let difference = SIMD4(repeating: isSet ? 65_535 : 0) &- odds
    var moved = odds &+ (difference &* SIMD4(rate(0), rate(1), rate(2), rate(3))) &>> 15
    moved.clamp(lowerBound: SIMD4(repeating: 32), upperBound: SIMD4(repeating: 65_504))
    let seen = (state & 255) &+ 1
    let next = moved &<< 8 | seen.replacing(with: 30, where: seen .> 30)
    func keep(_ index: Int) { counts[Int(places[index])] = next[index] }
    keep(0)
    keep(1)
    keep(2)
    keep(3)
  }

  /// The logistic function of logit / 256, of 65,536: straight between multiples of 1/2. A method of the model would
  /// have all of it copied for each call.
  private static func probability(_ logit: Int32, _ logistic: [Int32]) -> Int32 {
    let (index, rest) = (Int(abs(logit) >> 7), abs(logit) & 127)
    let odds = (logistic[index] * (128 - rest) + logistic[index + 1] * rest) >> 7
    return logit < 0 ? 65_536 - odds : odds
  }
}
