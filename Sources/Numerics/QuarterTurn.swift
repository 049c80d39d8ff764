/// A large angle as quarter turns and a rest, exact over the whole range of `Float`.
///
/// The product with 2/π is taken with those of its bits that decide: whatever is a multiple of four turns is left out. Source:
/// M. Payne and R. Hanek, "Radian reduction for trigonometric functions", SIGNUM Newsletter 18 (1983).
struct QuarterTurn {
  /// From 0 to 3.
  let quarter: UInt32
  /// From −π/4 to π/4; not a number for what is no angle.
  let rest: Float

  /// The bits of 2/π behind the point.
  private static let bits: [UInt32] = [
    0xA2F9_836E, 0x4E44_1529, 0xFC27_57D1, 0xF534_DDC0, 0xDB62_9599, 0x3C43_9041, 0xFE51_63AB,
  ]

  /// - Parameter x: more than 1,024 in magnitude.
  init(ofLarge x: Float) {
    guard x.isFinite else {
      (quarter, rest) = (0, .nan)
      return
    }
    // |x| = m 2ᵉ with a whole m of 24 bits.
    let m = UInt64(x.bitPattern & 0x7F_FFFF | 0x80_0000)
    let e = Int(x.bitPattern >> 23 & 0xFF) - 150
    // Bits of 2/π that m 2ᵉ makes a multiple of four are passed over; 96 follow.
    let passed = max(0, e - 2)
    func word(_ number: Int) -> UInt64 {
      let (place, shift) = (passed / 32 + number, UInt32(passed % 32))
      let high = Self.bits[place] << shift
      return UInt64(shift == 0 ? high : high | Self.bits[place + 1] >> (32 - shift))
    }
    let (low, middle) = (m &* word(2), m &* word(1))
    let (bottom, carries) = low.addingReportingOverflow(middle << 32)
    let top = m &* word(0) &+ (middle >> 32) &+ (carries ? 1 : 0)
    // The turns modulo four, with 62 bits behind the point.
    let shift = UInt64(34 - (e - passed))
    let turns = top << (64 - shift) | bottom >> shift
    let nearest = (turns &+ 1 << 61) >> 62
    let fraction = Double(Int64(bitPattern: turns &- nearest << 62))
    let angle = Float(fraction * (1.570_796_326_794_896_6 / 4_611_686_018_427_387_904))
    let isNegative = x < 0
    quarter = UInt32(isNegative ? (4 - nearest) & 3 : nearest)
    rest = isNegative ? -angle : angle
  }
}
