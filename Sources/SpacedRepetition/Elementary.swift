/// Exponential, logarithm and power in `Double`, written out because Embedded Swift has no mathematics library.
/// The same source runs natively and in the browser, so a card's memory has the same bits in both.
enum Elementary {
  /// eˣ, relative error below 1e-15 for |x| ≤ 700; 0 below −745, ∞ above 709.78, NaN for NaN.
  ///
  /// x = k·ln 2 + r with |r| ≤ ½ ln 2, eˣ = 2ᵏ·eʳ, and eʳ by its Taylor polynomial of degree 13.
  static func exp(_ x: Double) -> Double {
    guard x == x else { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.2 { return 0 }
    let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
    // k·ln 2 in two pieces: the product with the first, which ends in zero bits, is exact.
    let r = (x - k * ln2High) - k * ln2Low
    var sum = 1.0 / 6_227_020_800
    sum = sum * r + 1.0 / 479_001_600
    sum = sum * r + 1.0 / 39_916_800
    sum = sum * r + 1.0 / 3_628_800
    sum = sum * r + 1.0 / 362_880
    sum = sum * r + 1.0 / 40_320
    sum = sum * r + 1.0 / 5_040
    sum = sum * r + 1.0 / 720
    sum = sum * r + 1.0 / 120
    sum = sum * r + 1.0 / 24
    sum = sum * r + 1.0 / 6
    sum = sum * r + 0.5
    let exponential = 1 + (r + r * r * sum)
    // Two steps, because 2ᵏ itself may lie outside the range of normal numbers although the result does not.
    let half = Int(k) / 2
    return exponential * powerOfTwo(half) * powerOfTwo(Int(k) - half)
  }

  /// ln x, relative error below 1e-15; −∞ at 0, NaN below.
  ///
  /// x = 2ᵉ·m with √½ ≤ m < √2, ln m = 2 artanh s with s = (m − 1)/(m + 1).
  static func log(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x < .infinity else { return x }
    var bits = x.bitPattern
    var e = 0
    if x < 0x1p-1022 {  // subnormal: scaled up first
      bits = (x * 0x1p54).bitPattern
      e = -54
    }
    e += Int(bits >> 52) - 1023
    var m = Double(bitPattern: (bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000)
    if m > 1.4142135623730951 {
      m *= 0.5
      e += 1
    }
    let f = m - 1
    let s = f / (m + 1)
    let z = s * s
    var sum = 2.0 / 23
    sum = sum * z + 2.0 / 21
    sum = sum * z + 2.0 / 19
    sum = sum * z + 2.0 / 17
    sum = sum * z + 2.0 / 15
    sum = sum * z + 2.0 / 13
    sum = sum * z + 2.0 / 11
    sum = sum * z + 2.0 / 9
    sum = sum * z + 2.0 / 7
    sum = sum * z + 2.0 / 5
    sum = sum * z + 2.0 / 3
    // 2s = f − s·f, so that the small correction is added to f, which is exact.
    let exponent = Double(e)
    return exponent * ln2High + ((f - s * (f - z * sum)) + exponent * ln2Low)
  }

  /// xʸ for x ≥ 0, as e^(y·ln x): relative error below 1e-14 while |y·ln x| ≤ 40.
  static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    return exp(y * log(x))
  }

  private static func powerOfTwo(_ exponent: Int) -> Double {
    Double(bitPattern: UInt64(exponent + 1023) << 52)
  }

  private static var ln2High: Double { 0x1.62e42feep-1 }
  private static var ln2Low: Double { 0x1.a39ef35793c76p-33 }
}
