// Numerics: lanes, elementary functions, random numbers, FNV-1a, the failure hook.

/// Sixteen numbers at once: the width in which everything here counts, on every machine.
///
/// Where registers are narrower the compiler uses several. The width is part of what a sum *means* (element i
/// belongs to partial sum i mod 16), so it never changes with the processor, and neither do the bits of a result.
@usableFromInline package typealias Lanes = SIMD16<Float>

/// The bits of `Lanes`.
@usableFromInline package typealias LaneBits = SIMD16<UInt32>

extension Lanes {
  @inlinable @inline(__always)
  package var bits: LaneBits { unsafeBitCast(self, to: LaneBits.self) }

  @inlinable @inline(__always)
  package init(bits: LaneBits) { self = unsafeBitCast(bits, to: Lanes.self) }

  /// The sum of all lanes, always in the same order: halves onto halves.
  @inlinable @inline(__always)
  package var total: Float {
    let eight = lowHalf + highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  /// The largest lane.
  @inlinable @inline(__always)
  package var largest: Float {
    let eight = pointwiseMax(lowHalf, highHalf)
    let four = pointwiseMax(eight.lowHalf, eight.highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return two.x > two.y ? two.x : two.y
  }
}

// The same bits read with and without a sign. Conversions by `truncatingIfNeeded` go lane by lane.

extension LaneBits {
  /// The largest lane.
  @inlinable @inline(__always)
  package var largest: UInt32 {
    let eight = pointwiseMax(lowHalf, highHalf)
    let four = pointwiseMax(eight.lowHalf, eight.highHalf)
    let two = pointwiseMax(four.lowHalf, four.highHalf)
    return two.x > two.y ? two.x : two.y
  }

  @inlinable @inline(__always)
  package var signed: SIMD16<Int32> { unsafeBitCast(self, to: SIMD16<Int32>.self) }
}

extension SIMD16<Int32> {
  @inlinable @inline(__always)
  package var unsigned: LaneBits { unsafeBitCast(self, to: LaneBits.self) }
}
