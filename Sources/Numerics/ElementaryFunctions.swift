// exp, log, tanh, sin and cos as polynomials of our own, sixteen at a time.
//
// A platform's mathematics library may round differently from another's; these use only +, −, ×, ÷, comparisons
// and bit arithmetic, which IEEE 754 defines to the last bit. They are in this target because it is the lowest
// one: the normal numbers of `RandomGenerator` need them as much as the tape does.
//
// Method: Cody & Waite, "Software Manual for the Elementary Functions" (1980): reduce the argument to a small
// interval, evaluate a minimax polynomial there, undo the reduction. Coefficients: those of Moshier's Cephes.

/// Adding 1.5 · 2²³ pushes a number's fraction out of its 24 bits: what stays is the nearest integer, in the low bits.
@inlinable var integerShift: Float { 12_582_912 }

/// eˣ for each lane; infinity above 88.73, 0 below −103.98.
@inlinable @inline(__always)
package func exp(_ x: Lanes) -> Lanes {
  let high = Lanes(repeating: 89)
  let low = Lanes(repeating: -104)
  var x = x.replacing(with: high, where: x .> high)
  x.replace(with: low, where: x .< low)
  // x = n ln 2 + r, |r| ≤ ln 2 / 2; ln 2 in two parts, so that n · (first part) is exact.
  let shifted = x * 1.442_695_04 + integerShift
  let n = shifted - integerShift
  let r = x - n * 0.693_359_375 + n * 2.121_944_4e-4
  var p = r * 1.987_569_15e-4 + 1.398_199_95e-3
  p = p * r + 8.333_451_91e-3
  p = p * r + 4.166_579_59e-2
  p = p * r + 0.166_666_655
  p = p * r + 0.5
  p = p * (r * r) + r + 1
  // 2ⁿ in two factors: n from −150 to 129 does not fit the exponent of one.
  let power = (shifted.bits &- integerShift.bitPattern).signed
  let half = power &>> 1
  let first = (half &+ 127) &<< 23
  let second = (power &- half &+ 127) &<< 23
  return p * Lanes(bits: first.unsigned) * Lanes(bits: second.unsigned)
}

/// Natural logarithm for each lane; −infinity at 0, not a number below.
@inlinable @inline(__always)
package func log(_ x: Lanes) -> Lanes {
  // Numbers too small for a normal exponent are lifted by 2²⁴ first.
  let tiny = x .< Lanes(repeating: .leastNormalMagnitude)
  let result = logOfNormal(x.replacing(with: x * 16_777_216, where: tiny))
  var corrected = result.replacing(with: result - 16.635_532, where: tiny)
  corrected.replace(with: Lanes(repeating: .infinity), where: x .== Lanes(repeating: .infinity))
  corrected.replace(with: Lanes(repeating: .nan), where: .!(x .>= .zero))
  corrected.replace(with: Lanes(repeating: -.infinity), where: x .== .zero)
  return corrected
}

/// Natural logarithm of finite numbers from the least normal one on; anything for others.
@inlinable @inline(__always)
package func logOfNormal(_ x: Lanes) -> Lanes {
  // x = m · 2ᵉ with m in [√½, √2).
  let offset = x.bits &- 0x3F35_04F3
  let exponent = offset.signed &>> 23
  let m = Lanes(bits: x.bits &- (exponent &<< 23).unsigned)
  let e = Lanes(bits: exponent.unsigned &+ integerShift.bitPattern) - integerShift
  let f = m - 1
  var p = f * 7.037_683_6e-2 - 0.115_146_1
  p = p * f + 0.116_769_99
  p = p * f - 0.124_201_41
  p = p * f + 0.142_493_22
  p = p * f - 0.166_680_57
  p = p * f + 0.200_007_14
  p = p * f - 0.249_999_94
  p = p * f + 0.333_333_31
  let square = f * f
  let result = p * f * square + e * -2.121_944_4e-4
  return result - square * 0.5 + f + e * 0.693_359_375
}

/// Hyperbolic tangent for each lane.
@inlinable @inline(__always)
package func tanh(_ x: Lanes) -> Lanes {
  let magnitude = Lanes(bits: x.bits & 0x7FFF_FFFF)
  let far = 1 - 2 / (exp(magnitude * 2) + 1)
  let signedFar = Lanes(bits: far.bits | (x.bits & 0x8000_0000))
  // Near 0 the formula above would lose the leading digits.
  let z = x * x
  var p = z * -5.704_988_7e-3 + 2.063_908_9e-2
  p = p * z - 5.373_971_5e-2
  p = p * z + 0.133_314_42
  p = p * z - 0.333_332_82
  let near = p * z * x + x
  return signedFar.replacing(with: near, where: magnitude .< Lanes(repeating: 0.625))
}

/// Logistic function 1/(1 + e⁻ˣ) for each lane.
@inlinable @inline(__always)
package func sigmoid(_ x: Lanes) -> Lanes { 1 / (1 + exp(0 - x)) }

/// log(1 + eˣ) for each lane, without overflow.
@inlinable @inline(__always)
package func softplus(_ x: Lanes) -> Lanes { softplusAndSigmoid(x).softplus }

/// log(1 + eˣ) and its derivative 1/(1 + e⁻ˣ), which have an exponential and a division in common.
///
/// With a = e^−|x|, u = 1 + a: max(x, 0) + log u + (a − (u − 1))/u, and 1/u or a/u. Where e^−|x| would be less
/// than a normal number, a is the least of those: processors take a hundred times as long for what is smaller.
@inlinable @inline(__always)
package func softplusAndSigmoid(_ x: Lanes) -> (softplus: Lanes, sigmoid: Lanes) {
  let magnitude = Lanes(bits: x.bits & 0x7FFF_FFFF)
  let a = exp(0 - magnitude.replacing(with: Float(87), where: magnitude .> Lanes(repeating: 87)))
  let u = 1 + a
  let inverse = 1 / u
  let isNegative = x .< Lanes.zero
  return (
    x.replacing(with: Float(0), where: isNegative) + (logOfNormal(u) + (a - (u - 1)) * inverse),
    inverse.replacing(with: a * inverse, where: isNegative)
  )
}

/// Sine and cosine for each lane.
@inlinable @inline(__always)
package func sineAndCosine(_ x: Lanes) -> (sine: Lanes, cosine: Lanes) {
  // As bits: what is not a number is larger than any, and hides none.
  guard (x.bits & 0x7FFF_FFFF).largest > Float(8_192).bitPattern else { return sineAndCosine(ofSmall: x) }
  return sineAndCosine(ofAny: x)
}

/// Sine and cosine for each lane, |x| ≤ 8,192 radians.
@inlinable @inline(__always)
package func sineAndCosine(ofSmall x: Lanes) -> (sine: Lanes, cosine: Lanes) {
  let (quarter, r) = quarterTurn(ofSmall: x)
  return sineAndCosine(of: r, behind: quarter)
}

/// Numbers of more than 8,192 radians are rare, and their turns are found one by one.
@usableFromInline @inline(never)
package func sineAndCosine(ofAny x: Lanes) -> (sine: Lanes, cosine: Lanes) {
  var (quarter, r) = quarterTurn(ofSmall: x)
  for lane in 0..<Lanes.scalarCount where x[lane].magnitude > 8_192 {
    let turn = QuarterTurn(ofLarge: x[lane])
    (quarter[lane], r[lane]) = (turn.quarter, turn.rest)
  }
  return sineAndCosine(of: r, behind: quarter)
}

/// The quarter turns in x, of which the last two bits count, and the rest: x = n π/2 + r, |r| ≤ π/4.
@inlinable @inline(__always)
func quarterTurn(ofSmall x: Lanes) -> (quarter: LaneBits, rest: Lanes) {
  // π/2 in three parts.
  let shifted = x * 0.636_619_77 + integerShift
  let n = shifted - integerShift
  return (shifted.bits, x - n * 1.570_312_5 - n * 4.837_512_969_970_703_125e-4 - n * 7.549_789_954_891_88e-8)
}

/// Sine and cosine of n π/2 + r.
@inlinable @inline(__always)
func sineAndCosine(of r: Lanes, behind quarter: LaneBits) -> (sine: Lanes, cosine: Lanes) {
  let z = r * r
  var s = z * -1.951_529_6e-4 + 8.332_161e-3
  s = s * z - 0.166_666_55
  s = s * z * r + r
  var c = z * 2.443_315_7e-5 - 1.388_731_6e-3
  c = c * z + 4.166_664_6e-2
  c = c * (z * z) - z * 0.5 + 1
  // The quarter turn decides which polynomial is which, and the signs.
  let odd = (quarter & 1) .== LaneBits(repeating: 1)
  let sine = s.replacing(with: c, where: odd)
  let cosine = c.replacing(with: s, where: odd)
  let sineSign = (quarter & 2) &<< 30
  let cosineSign = ((quarter &+ 1) & 2) &<< 30
  return (Lanes(bits: sine.bits ^ sineSign), Lanes(bits: cosine.bits ^ cosineSign))
}

// MARK: One number at a time, for cells and closed formulas: the first lane of the above, so the same bits.

/// eˣ.
public func exp(_ x: Float) -> Float { exp(Lanes(repeating: x))[0] }

/// Natural logarithm of x.
public func log(_ x: Float) -> Float { log(Lanes(repeating: x))[0] }

/// Hyperbolic tangent of x.
public func tanh(_ x: Float) -> Float { tanh(Lanes(repeating: x))[0] }

/// Logistic function 1/(1 + e⁻ˣ).
public func sigmoid(_ x: Float) -> Float { sigmoid(Lanes(repeating: x))[0] }

/// Sine of x radians.
public func sin(_ x: Float) -> Float { sineAndCosine(Lanes(repeating: x)).sine[0] }

/// Cosine of x radians.
public func cos(_ x: Float) -> Float { sineAndCosine(Lanes(repeating: x)).cosine[0] }
