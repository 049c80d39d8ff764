extension Float {
  /// A decimal number like -12.5e3, with spaces around it; `nil` for anything else. (The standard library's own
  /// parser is not there in WebAssembly.)
  init?(decimal bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.first == 32 || rest.first == 9 { rest = rest.dropFirst() }
    while rest.last == 32 || rest.last == 9 { rest = rest.dropLast() }
    var negative = false
    if let sign = rest.first, sign == 43 || sign == 45 {
      negative = sign == 45
      rest = rest.dropFirst()
    }
    var digits: UInt64 = 0
    var found = false
    var exponent = 0
    var afterPoint = false
    while let byte = rest.first, (48...57).contains(byte) || (byte == 46 && !afterPoint) {
      rest = rest.dropFirst()
      if byte == 46 {
        afterPoint = true
        continue
      }
      found = true
      if digits < 100_000_000_000_000_000 {
        digits = digits &* 10 &+ UInt64(byte - 48)  // below 10¹⁸: no overflow
        if afterPoint { exponent -= 1 }
      } else if !afterPoint {
        exponent += 1  // digits beyond the seventeenth change nothing in a Float
      }
    }
    if !found { return nil }
    if let mark = rest.first, mark == 69 || mark == 101 {
      rest = rest.dropFirst()
      let down = rest.first == 45
      if down || rest.first == 43 { rest = rest.dropFirst() }
      if rest.isEmpty { return nil }
      var power = 0
      while let byte = rest.first, (48...57).contains(byte) {
        power = min(9999, power * 10 + Int(byte - 48))
        rest = rest.dropFirst()
      }
      exponent += down ? -power : power
    }
    if !rest.isEmpty { return nil }
    var value = Double(digits)
    if value != 0 {
      var power = 1.0
      for _ in 0..<min(exponent.magnitude, 400) { power *= 10 }
      value = exponent < 0 ? value / power : value * power
    }
    self = Float(negative ? -value : value)
  }
}
