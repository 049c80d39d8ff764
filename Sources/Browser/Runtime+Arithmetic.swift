// The arithmetic that WebAssembly has no instruction for and the compiler calls by these names.

/// To the nearest whole number, halves away from zero.
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
