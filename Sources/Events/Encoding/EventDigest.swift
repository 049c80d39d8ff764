import Numerics

/// A running 64-bit FNV-1a hash of everything that a run showed, and of the bits of what it kept.
///
/// Two runs with equal digests showed the same figures and learned the same parameters. It tells runs apart; it
/// does not protect against somebody who wants to deceive.
package struct EventDigest {
  private var hash = FNV1a()

  package init() {}

  package mutating func add(_ byte: UInt8) { hash.combine(byte) }

  package mutating func add(_ text: String) {
    for byte in Array(text.utf8) { add(byte) }
    add(0 as UInt8)
  }

  package mutating func add(_ value: Float) {
    // Every NaN counts as the same one: its payload may differ between machines.
    let bits = value.isNaN ? Float.nan.bitPattern : value.bitPattern
    for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: bits >> UInt32(shift))) }
  }

  package mutating func add(_ values: [Float]) {
    for value in values { add(value) }
  }

  /// Adds what an event shows. Progress, and how long the work took, do not count.
  package mutating func add(_ event: Event) {
    switch event {
    case .text, .metric, .series, .image, .points, .field, .arrows, .table, .bars:
      // The line has every part of what is shown, and floats with as many digits as tell them apart.
      for byte in EventEncoder.line(for: event, cell: "") { add(byte) }
    case .progress, .parameter, .explore, .explored, .kept, .stopped, .error, .done:
      break
    }
  }

  /// The hash as 16 hexadecimal digits.
  package var hexadecimal: String {
    let digits: StaticString = "0123456789abcdef"
    var text = ""
    for position in 0..<16 {
      let digit = Int(hash.value >> UInt64(60 - 4 * position) & 15)
      text.unicodeScalars.append(Unicode.Scalar(digits.utf8Start[digit]))
    }
    return text
  }
}
