/// A number as text with so many decimals, such as `0.60`: what stands under one another in a table lines up.
///
/// Half a unit of the last place is rounded away from zero.
public func decimal(_ value: Double, _ places: Int = 2) -> String {
  if value.isNaN { return "not a number" }
  guard value.isFinite else { return value < 0 ? "−∞" : "∞" }
  guard value.magnitude < 1e9 else { return "\(value)" }
  var scale = 1
  for _ in 0..<max(0, min(places, 9)) { scale *= 10 }
  let units = Int(value.magnitude * Double(scale) + 0.5)
  let sign = value < 0 && units > 0 ? "−" : ""
  if scale == 1 { return "\(sign)\(units)" }
  // The leading 1 keeps the zeros behind the point.
  let fraction = "\(scale + units % scale)".utf8.dropFirst()
  return "\(sign)\(units / scale).\(String(decoding: Array(fraction), as: UTF8.self))"
}

/// A number as text with so many decimals.
public func decimal(_ value: Float, _ places: Int = 2) -> String {
  decimal(Double(value), places)
}
