/// A number of bytes as people say it: `1.2 MB`.
package enum ByteCount {
  package static func text(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) bytes"
    case ..<1_000_000: number(bytes, 1000) + " kB"
    case ..<1_000_000_000: number(bytes, 1_000_000) + " MB"
    default: number(bytes, 1_000_000_000) + " GB"
    }
  }

  /// Returns the number with one decimal below ten, none above; halves go to the even side.
  private static func number(_ bytes: Int, _ unit: Int) -> String {
    guard bytes < 10 * unit else { return "\(rounded(bytes, unit))" }
    let tenths = rounded(bytes, unit / 10)
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func rounded(_ bytes: Int, _ unit: Int) -> Int {
    let (quotient, rest) = bytes.quotientAndRemainder(dividingBy: unit)
    return 2 * rest > unit || (2 * rest == unit && quotient % 2 == 1) ? quotient + 1 : quotient
  }
}
