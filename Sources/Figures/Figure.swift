import Foundation

/// How figures are written for people: as many digits as they need, never more.
package enum Figure {
  /// Four significant digits, no exponent between 0.0001 and 10 million, no trailing zeros: `0.9764`, `12.5`, `1797`.
  package static func text(_ value: Float) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value > 0 ? "∞" : "−∞" }
    let magnitude = abs(Double(value))
    // Minus zero is zero to a reader.
    if magnitude == 0 { return "0" }
    if magnitude < 1e-4 || magnitude >= 1e7 { return String(format: "%.3g", Double(value)) }
    let decimals = max(0, 3 - Int(log10(magnitude).rounded(.down)))
    var text = String(format: "%.\(decimals)f", Double(value))
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text
  }

  /// A share in whole percent; what is too little for one is not nothing: `38%`, `<1%`.
  static func percent(_ part: Int, of whole: Int) -> String {
    let percent = whole > 0 ? Int((100 * Double(part) / Double(whole)).rounded()) : 0
    return percent == 0 && part > 0 ? "<1%" : "\(percent)%"
  }

  /// How far `value` lies on the way from `low` to `high`: 0 … 1; `nil` where there is no way.
  package static func share(of value: Float, from low: Float, to high: Float) -> Float? {
    // In double precision: a curve that ran away may span more than a Float can hold.
    high > low ? Float((Double(value) - Double(low)) / (Double(high) - Double(low))) : nil
  }

  /// Round numbers that divide the range into about `count` steps.
  package static func ticks(from low: Float, to high: Float, count: Int) -> [Float] {
    guard low.isFinite, high.isFinite, high > low, count > 0 else { return low.isFinite ? [low] : [] }
    let rough = (Double(high) - Double(low)) / Double(count)
    let power = pow(10, log10(rough).rounded(.down))
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
