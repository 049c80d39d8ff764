// Figures: a recording as sentences, as SVG, as pixels; no files.

/// The writing of figures for people: as many digits as they need, never more.
package enum Figure {
  /// Four significant digits, no exponent between 0.0001 and 10 million, no trailing zeros: `0.9764`, `12.5`, `1797`.
  package static func text(_ value: Float) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value > 0 ? "∞" : "−∞" }
    let magnitude = Double(value.magnitude)
    // Minus zero is zero to a reader.
    if magnitude == 0 { return "0" }
    let sign = value < 0 ? "-" : ""
    if magnitude < 1e-4 || magnitude >= 1e7 { return sign + scientific(magnitude) }
    let decimals = max(0, 3 - magnitude.decimalExponent)
    // A Float's 24 binary digits times 10⁷ are exact, and so is what is rounded.
    return sign + fixed(Int((magnitude * .powerOfTen(decimals)).rounded(.toNearestOrEven)), decimals: decimals)
  }

  /// `units` of the last of some decimals, without zeros at the end.
  private static func fixed(_ units: Int, decimals: Int) -> String {
    var (units, decimals) = (units, decimals)
    while decimals > 0, units % 10 == 0 { (units, decimals) = (units / 10, decimals - 1) }
    var digits = "\(units)"
    while digits.utf8.count <= decimals { digits = "0" + digits }
    guard decimals > 0 else { return digits }
    return "\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
  }

  /// Three digits and a power of ten, as `1.23e-05`.
  private static func scientific(_ magnitude: Double) -> String {
    var exponent = magnitude.decimalExponent
    let shift = exponent - 2
    let scaled = shift < 0 ? magnitude * .powerOfTen(-shift) : magnitude / .powerOfTen(shift)
    var units = Int(scaled.rounded(.toNearestOrEven))
    if units == 1000 { (units, exponent) = (100, exponent + 1) }
    if exponent == -4 { return fixed(units, decimals: 6) }
    let power = exponent.magnitude
    return fixed(units, decimals: 2) + "e" + (exponent < 0 ? "-" : "+") + (power < 10 ? "0" : "") + "\(power)"
  }

  /// A share in whole percent; what is too little for one is not nothing: `38%`, `<1%`.
  static func percent(_ part: Int, of whole: Int) -> String {
    let percent = whole > 0 ? Int((100 * Double(part) / Double(whole)).rounded()) : 0
    return percent == 0 && part > 0 ? "<1%" : "\(percent)%"
  }

  /// The share of the way from `low` to `high` that `value` has come: 0 … 1; `nil` where there is no way.
  package static func share(of value: Float, from low: Float, to high: Float) -> Float? {
    // In double precision: a curve that ran away may span more than a Float can hold.
    high > low ? Float((Double(value) - Double(low)) / (Double(high) - Double(low))) : nil
  }

  /// Round numbers that divide the range into about `count` steps.
  package static func ticks(from low: Float, to high: Float, count: Int) -> [Float] {
    guard low.isFinite, high.isFinite, high > low, count > 0 else { return low.isFinite ? [low] : [] }
    let rough = (Double(high) - Double(low)) / Double(count)
    let power = Double.powerOfTen(rough.decimalExponent)
    let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    var ticks: [Float] = []
    var index = (Double(low) / step).rounded(.up)
    while index * step <= Double(high) + step * 1e-6 {
      ticks.append(Float(index * step))
      index += 1
    }
    return ticks
  }
}
