// The arithmetic that WebAssembly has no instruction for and the compiler calls by these names.

/// Returns the nearest whole number, halves away from zero.
@_cdecl("round")
func nearest(_ x: Double) -> Double {
  let whole = x.rounded(.towardZero)
  // What is left is exact, so that a number just below a half stays below it.
  return abs(x - whole) >= 0.5 ? whole + (x < 0 ? -1 : 1) : whole
}

@_cdecl("roundf")
func nearest(_ x: Float) -> Float {
  let whole = x.rounded(.towardZero)
  return abs(x - whole) >= 0.5 ? whole + (x < 0 ? -1 : 1) : whole
}

/// The low 128 bits of a product of two 128-bit integers, each given as two halves.
@_cdecl("__multi3")
func multiply(
  _ result: UnsafeMutablePointer<UInt64>, _ aLow: UInt64, _ aHigh: UInt64, _ bLow: UInt64, _ bHigh: UInt64
) {
  // aLow · bLow from 32-bit halves: the standard library's full-width product would call this function.
  let half: UInt64 = 0xFFFF_FFFF
  let low = (aLow & half) &* (bLow & half)
  let middle = (aLow &>> 32) &* (bLow & half) &+ (low &>> 32)
  let other = (aLow & half) &* (bLow &>> 32) &+ (middle & half)
  let high = (aLow &>> 32) &* (bLow &>> 32) &+ (middle &>> 32) &+ (other &>> 32)
  result[0] = (other &<< 32) | (low & half)
  result[1] = high &+ aLow &* bHigh &+ aHigh &* bLow
}

/// a b + c with one rounding, as steps over floating-point ranges ask for.
///
/// Boldo & Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd" (2008).
@_cdecl("fma")
func fusedProduct(_ a: Double, _ b: Double, _ c: Double) -> Double {
  let plain = a * b + c
  // Beyond these, the parts of the exact product would be too large or too small for a number.
  guard plain.isFinite, abs(a) < 1e150, abs(b) < 1e150, abs(a * b) > 1e-250 else { return plain }
  let product = twoProduct(a, b)
  let low = twoSum(c, product.rest)
  let high = twoSum(product.value, low.value)
  // The rest rounded to odd: its last bit says whether anything was left, so that the last sum rounds right.
  let rest = twoSum(low.rest, high.rest)
  var odd = rest.value
  if rest.rest != 0 && odd.bitPattern & 1 == 0 {
    odd = (rest.rest > 0) == (odd > 0) ? Double(bitPattern: odd.bitPattern + 1) : Double(bitPattern: odd.bitPattern - 1)
  }
  return high.value + odd
}

@_cdecl("fmaf")
func fusedProduct(_ a: Float, _ b: Float, _ c: Float) -> Float {
  // The product is exact in Double.
  let sum = twoSum(Double(a) * Double(b), Double(c))
  guard sum.rest != 0, sum.value.isFinite, sum.value.bitPattern & 1 == 0 else { return Float(sum.value) }
  let away = (sum.rest > 0) == (sum.value > 0)
  return Float(Double(bitPattern: away ? sum.value.bitPattern + 1 : sum.value.bitPattern - 1))
}

/// A sum, and exactly what its rounding lost (Knuth).
private func twoSum(_ a: Double, _ b: Double) -> (value: Double, rest: Double) {
  let sum = a + b
  let part = sum - a
  return (sum, (a - (sum - part)) + (b - part))
}

/// A product, and exactly what its rounding lost (Veltkamp, Dekker).
private func twoProduct(_ a: Double, _ b: Double) -> (value: Double, rest: Double) {
  func halves(_ x: Double) -> (Double, Double) {
    let scaled = x * 134_217_729
    let high = scaled - (scaled - x)
    return (high, x - high)
  }
  let (a1, a2) = halves(a)
  let (b1, b2) = halves(b)
  let product = a * b
  return (product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
}
