import Numerics

/// The lengths of a tensor's axes, at most four, outermost first; elements lie row by row (the last axis is adjacent).
public struct Shape: Equatable, Sendable, ExpressibleByArrayLiteral {
  private var lengths: SIMD4<Int32>
  public let rank: Int

  public init(arrayLiteral axes: Int...) { self.init(axes) }

  public init(_ axes: [Int]) {
    require(axes.count <= 4, "a shape has at most 4 axes, not \(axes.count)")
    lengths = SIMD4(repeating: 1)
    rank = axes.count
    for (axis, length) in axes.enumerated() {
      require(length >= 1 && length <= 1 << 30, "axis \(axis) of a shape is \(length): it must be 1 or more")
      lengths[axis] = Int32(length)
    }
  }

  /// A matrix; without the array that a literal makes on its way.
  package init(rows: Int, columns: Int) {
    lengths = SIMD4(Int32(rows), Int32(columns), 1, 1)
    rank = 2
  }

  /// Number of elements.
  public var count: Int { Int(lengths[0]) * Int(lengths[1]) * Int(lengths[2]) * Int(lengths[3]) }

  public subscript(_ axis: Int) -> Int {
    require(axis >= 0 && axis < rank, "axis \(axis) of a tensor of shape \(description): it has \(rank)")
    return Int(lengths[axis])
  }

  /// Length of the last axis: a tensor of any rank is also a matrix [rows, columns].
  package var columns: Int { rank == 0 ? 1 : Int(lengths[rank - 1]) }

  /// Product of all axes but the last.
  package var rows: Int { count / columns }

  /// The shape with another last axis.
  package func replacingColumns(with columns: Int) -> Shape {
    var shape = rank == 0 ? [1] : self
    shape.lengths[shape.rank - 1] = Int32(columns)
    return shape
  }

  /// The lengths of the axes, such as `[64, 10]`.
  public var description: String {
    var text = "["
    for axis in 0..<rank { text += axis == 0 ? "\(lengths[axis])" : ", \(lengths[axis])" }
    return text + "]"
  }
}
