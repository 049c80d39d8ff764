import Numerics

/// A square that moves over pictures [count, height, width, channels].
public struct Window: Equatable, Sendable {
  let sideLength: Int32
  let strideLength: Int32
  let paddingLength: Int32

  /// - Parameters:
  ///   - side: pixels along its edge.
  ///   - stride: how far it moves at a time.
  ///   - padding: pixels by which it may reach over each edge of the picture; they count as 0.
  public init(side: Int, stride: Int = 1, padding: Int = 0) {
    require(
      side >= 1 && side <= 1_024 && stride >= 1 && stride <= 1_024 && padding >= 0 && padding < side,
      "Window: a side of \(side), a stride of \(stride), a padding of \(padding): they must be ≥ 1, ≥ 1 and 0 ..< side")
    sideLength = Int32(side)
    strideLength = Int32(stride)
    paddingLength = Int32(padding)
  }

  public var side: Int { Int(sideLength) }
  public var stride: Int { Int(strideLength) }
  public var padding: Int { Int(paddingLength) }

  /// Pixels in it.
  var count: Int { side * side }

  /// The number of places that it takes along an edge of `length` pixels.
  func places(along length: Int) -> Int { (length + 2 * padding - side) / stride + 1 }

  /// The length of an edge along which it takes so many places.
  func length(of places: Int) -> Int { (places - 1) * stride + side - 2 * padding }
}
