extension RandomGenerator {
  /// `count` numbers from [0, 1).
  public mutating func uniforms(_ count: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      fillUniform(buffer)
      initialized = count
    }
  }

  /// `count` numbers from N(0, 1).
  public mutating func normals(_ count: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      fillNormal(buffer)
      initialized = count
    }
  }

  /// Fills a buffer with numbers from [0, 1), 32 of them from every sixteen blocks.
  package mutating func fillUniform(_ buffer: UnsafeMutableBufferPointer<Float>) {
    fill(buffer) { (unitInterval($0), unitInterval($1)) }
  }

  /// Fills a buffer with numbers from N(0, 1), 32 of them from every sixteen blocks.
  package mutating func fillNormal(_ buffer: UnsafeMutableBufferPointer<Float>) {
    fill(buffer, boxMuller)
  }

  @inline(__always)
  private mutating func fill(
    _ buffer: UnsafeMutableBufferPointer<Float>, _ numbers: (LaneBits, LaneBits) -> (Lanes, Lanes)
  ) {
    var start = 0
    while start < buffer.count {
      let (first, second) = sixteenBlocks()
      let (a, b) = numbers(first, second)
      let left = buffer.count - start
      let address = UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped + start)
      if left >= 32 {
        address.storeBytes(of: a, as: Lanes.self)
        address.storeBytes(of: b, toByteOffset: 64, as: Lanes.self)
      } else {
        for lane in 0..<min(16, left) { buffer.initializeElement(at: start + lane, to: a[lane]) }
        for lane in 0..<max(0, left - 16) { buffer.initializeElement(at: start + 16 + lane, to: b[lane]) }
      }
      start += 32
    }
  }
}

/// Random words as numbers from [0, 1): their high 23 bits become the fraction of a number from [1, 2).
@inline(__always)
func unitInterval(_ words: LaneBits) -> Lanes {
  Lanes(bits: (words &>> 9) | 0x3F80_0000) - 1
}

/// Two uniform numbers to two independent normal ones: a radius √(−2 ln u) and an angle 2πv.
///
/// Box & Muller, "A note on the generation of random normal deviates" (1958). u is from (0, 1], so that its
/// logarithm is finite; the largest normal number is 5.65.
@inline(__always)
func boxMuller(_ first: LaneBits, _ second: LaneBits) -> (Lanes, Lanes) {
  let radius = (log(1 - unitInterval(first)) * -2).squareRoot()
  let (sine, cosine) = sineAndCosine(ofSmall: unitInterval(second) * 6.283_185_5)
  return (radius * cosine, radius * sine)
}
