/// cos x for 0 ≤ x ≤ π/2, as the series of sin (π/2 − x): exact to rounding near π/2, where a noise schedule ends.
package func cosineOfFirstQuarter(_ x: Double) -> Double {
  // π/2 in two parts: the first is the nearest Double, the second what it lacks.
  let y = (1.570_796_326_794_896_6 - x) + 6.123_233_995_736_766e-17
  let square = y * y
  var sum = 0.0
  // y (1 − y²/(2·3) (1 − y²/(4·5) (1 − … y²/(22·23)))), from the inside out.
  for odd in stride(from: 23.0, to: 1.0, by: -2.0) { sum = (1 - sum) * square / (odd * (odd - 1)) }
  return y * (1 - sum)
}
