import Numerics

/// The part of a plane that a picture shows.
public struct Bounds: Equatable, Sendable {
  public var x: ClosedRange<Float>
  public var y: ClosedRange<Float>

  public init(x: ClosedRange<Float>, y: ClosedRange<Float>) {
    self.x = x
    self.y = y
  }

  /// A square around the origin that reaches as far in each direction.
  public init(_ reach: Float) {
    self.init(x: -reach...reach, y: -reach...reach)
  }

  /// The smallest part that holds all points [count, 2], with a margin of a twentieth on every side.
  public init(around points: [Float]) {
    self.init(x: Bounds.range(points, axis: 0), y: Bounds.range(points, axis: 1))
  }

  /// Points in rows and columns that fill the plane evenly, [side², 2]: row by row from the top left, each in the
  /// middle of its share.
  public func grid(_ side: Int) -> [Float] {
    guard (1...4096).contains(side) else {
      failureHandler("grid: \(side) points along a side are not from 1 to 4096", nil)
    }
    var points: [Float] = []
    points.reserveCapacity(2 * side * side)
    for row in 0..<side {
      let pointY = y.upperBound - (Float(row) + 0.5) / Float(side) * (y.upperBound - y.lowerBound)
      for column in 0..<side {
        points.append(x.lowerBound + (Float(column) + 0.5) / Float(side) * (x.upperBound - x.lowerBound))
        points.append(pointY)
      }
    }
    return points
  }

  private static func range(_ points: [Float], axis: Int) -> ClosedRange<Float> {
    var low = Float.infinity
    var high = -Float.infinity
    for index in stride(from: axis, to: points.count, by: 2) where points[index].isFinite {
      low = min(low, points[index])
      high = max(high, points[index])
    }
    guard low <= high else { return -1...1 }
    // A single place still needs room around it.
    let margin = high > low ? (high - low) / 20 : 1
    return low - margin...high + margin
  }
}
