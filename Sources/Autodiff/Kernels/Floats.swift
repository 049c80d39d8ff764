import Numerics

@usableFromInline package typealias Floats = UnsafeMutablePointer<Float>

extension Floats {
  @inlinable @inline(__always)
  package func lanes(_ index: Int) -> Lanes { UnsafeRawPointer(self + index).loadUnaligned(as: Lanes.self) }

  @inlinable @inline(__always)
  package func store(_ lanes: Lanes, at index: Int) {
    UnsafeMutableRawPointer(self + index).storeBytes(of: lanes, as: Lanes.self)
  }

  /// Numbers from elsewhere.
  package func copy(_ source: UnsafePointer<Float>, count: Int) {
    UnsafeMutableRawPointer(self).copyMemory(from: source, byteCount: count * MemoryLayout<Float>.stride)
  }

  /// The first `count` lanes from `index`, zeros behind them.
  @inlinable @inline(__always)
  package func lanes(_ index: Int, count: Int) -> Lanes {
    var lanes = Lanes.zero
    for lane in 0..<count { lanes[lane] = self[index + lane] }
    return lanes
  }

  @inlinable @inline(__always)
  package func store(_ lanes: Lanes, at index: Int, count: Int) {
    for lane in 0..<count { self[index + lane] = lanes[lane] }
  }
}

// The closures below are called in one place each: only then does the compiler put them there. As functions of their
// own they would pass every vector in four pieces.

/// y = f(x) over whole lanes, padding included.
@inline(__always)
func map(_ x: Floats, into y: Floats, _ count: Int, _ f: (Lanes) -> Lanes) {
  var index = 0
  while index < count {
    y.store(f(x.lanes(index)), at: index)
    index += 16
  }
}

/// target (+)= derivative, where the closure gives the sixteen derivatives from an index on.
@inline(__always)
func accumulate(into target: Floats, _ accumulate: Bool, _ count: Int, _ derivative: (Int) -> Lanes) {
  var index = 0
  while index < count {
    var lanes = derivative(index)
    if accumulate { lanes += target.lanes(index) }
    target.store(lanes, at: index)
    index += 16
  }
}
