/// A number as text with so many decimals, such as `0.60`: what stands under one another in a table lines up.
///
/// Half a unit of the last place is rounded away from zero.
public func decimal(_ value: Double, _ places: Int = 2) -> String {
  if value.isNaN { return "not a number" }
  guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
  // What prints a Double would be another 4 KB of WebAssembly.
  guard value.magnitude < 1e9 else { return "\(Float(value))" }
  var scale: UInt64 = 1
  let digits = max(0, min(places, 9))
  for _ in 0..<digits { scale *= 10 }
  let units = UInt64(value.magnitude * Double(scale) + 0.5)
  var text = value < 0 && units > 0 ? "−" : ""
  text += "\(UInt32(units / scale))"
  if digits == 0 { return text }
  text += "."
  var rest = units % scale
  for _ in 0..<digits {
    rest *= 10
    text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + rest / scale)))
    rest %= scale
  }
  return text
}

/// A number as text with so many decimals.
public func decimal(_ value: Float, _ places: Int = 2) -> String {
  decimal(Double(value), places)
}
