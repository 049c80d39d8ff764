// Exponential and logarithm in Double, the same bits natively and in WebAssembly: additions, multiplications and one
// division only, exponents by bit arithmetic. Worst relative error against glibc: see `DoubleElementaryTests`.

/// ln 2 in two parts; `high` has 32 trailing zero bits, so that its product with an exponent is exact.
private let ln2High = Double(bitPattern: 0x3FE6_2E42_0000_0000)
private let ln2Low = 4.7493250390316726e-7

/// e^x. Writes x = k ln 2 + r with |r| ≤ ½ ln 2 and sums the series of e^r to r^13.
package func exp(_ x: Double) -> Double {
  if x != x { return x }
  if x > 709.782712893384 { return .infinity }
  if x < -745.2 { return 0 }
  let k = (x * 1.4426950408889634).rounded(.toNearestOrEven)
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
  // In two steps: 2^k alone may be too small or too large for a normal number.
  let half = Int(k) / 2
  return exponential * powerOfTwo(half) * powerOfTwo(Int(k) - half)
}

/// ln x. Writes x = 2^k m with m in [√½, √2) and sums ln m = 2 artanh((m − 1)/(m + 1)).
package func log(_ x: Double) -> Double {
  if x != x || x == .infinity { return x }
  if x <= 0 { return x == 0 ? -.infinity : .nan }
  var bits = x.bitPattern
  var k = 0
  if x < 2.2250738585072014e-308 {  // subnormal
    bits = (x * 18_014_398_509_481_984).bitPattern
    k = -54
  }
  // Adding the distance from √½ to 1 makes the exponent change at √2 instead of 2.
  let shifted = bits &+ (0x3FF0_0000_0000_0000 &- 0x3FE6_A09E_667F_3BCD)
  k += Int(shifted >> 52) - 1023
  let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD)
  let f = m - 1
  let s = f / (2 + f)
  let square = s * s
  var sum = 1.0 / 23
  sum = sum * square + 1.0 / 21
  sum = sum * square + 1.0 / 19
  sum = sum * square + 1.0 / 17
  sum = sum * square + 1.0 / 15
  sum = sum * square + 1.0 / 13
  sum = sum * square + 1.0 / 11
  sum = sum * square + 1.0 / 9
  sum = sum * square + 1.0 / 7
  sum = sum * square + 1.0 / 5
  sum = sum * square + 1.0 / 3
  // 2s = f − s f, and f is exact: small logarithms keep their last bits.
  let logarithm = f - s * (f - 2 * square * sum)
  return Double(k) * ln2High + (logarithm + Double(k) * ln2Low)
}

/// xʸ for x ≥ 0, as e^(y ln x): relative error below 1e-14 while |y ln x| ≤ 40.
package func pow(_ x: Double, _ y: Double) -> Double { y == 0 || x == 1 ? 1 : exp(y * log(x)) }

/// log₂ x.
package func log2(_ x: Double) -> Double { log(x) * 1.4426950408889634 }

/// ln Σ e^v, without overflow; −∞ for no values.
package func logSumExp(_ values: [Double]) -> Double {
  var largest = -Double.infinity
  for value in values where value > largest { largest = value }
  if largest == -.infinity || largest == .infinity { return largest }
  var sum = 0.0
  for value in values { sum += exp(value - largest) }
  return largest + log(sum)
}

/// 2^n for −1022 ≤ n ≤ 1023.
private func powerOfTwo(_ n: Int) -> Double { Double(bitPattern: UInt64(n + 1023) << 52) }
