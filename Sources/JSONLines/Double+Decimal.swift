extension Double {
  /// The number that stands in the bytes in decimal notation, as `-12.5e3`, rounded correctly: to the nearest, of two
  /// to the even one.
  ///
  /// Written here because what the standard library has for it does not link in WebAssembly.
  ///
  /// - Returns: `nil` for anything else, and for what is too large.
  package init?(decimal bytes: ArraySlice<UInt8>) {
    guard let number = DecimalText(bytes) else { return nil }
    if let value = number.exactDouble {
      self = value
      return
    }
    let (bits, isFinite) = number.rounded(to: BinaryFormat(precision: 53, lowestExponent: -1022, width: 64))
    guard isFinite else { return nil }
    self = Double(bitPattern: bits)
  }
}

extension Float {
  /// The number that stands in the bytes in decimal notation; see `Double.init(decimal:)`.
  package init?(decimal bytes: ArraySlice<UInt8>) {
    guard let number = DecimalText(bytes) else { return nil }
    // Rounded twice, a number is rounded correctly unless the first one fell on the middle between two of the second.
    if let value = number.exactDouble, value.bitPattern & 0x1FFF_FFFF != 0x1000_0000 {
      let nearest = Float(value)
      if value == 0 || nearest.isNormal {
        self = nearest
        return
      }
    }
    let (bits, isFinite) = number.rounded(to: BinaryFormat(precision: 24, lowestExponent: -126, width: 32))
    guard isFinite else { return nil }
    self = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
  }
}
