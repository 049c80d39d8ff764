/// A space that a reader may move through: some numbers, each in a range of its own, and what the cell shows for them.
public struct Exploration: Equatable, Sendable {
  public var name: String
  /// The name of each number.
  public var axes: [String]
  /// The lowest value of each.
  public var from: [Float]
  /// The highest value of each.
  public var to: [Float]
  /// The point where the reader begins.
  public var start: [Float]

  public init(name: String, axes: [String], from: [Float], to: [Float], start: [Float]) {
    self.name = name
    self.axes = axes
    self.from = from
    self.to = to
    self.start = start
  }

  /// The number of axes.
  public var dimensions: Int { axes.count }

  /// The nearest point within the ranges; what is no number stays where the reader begins.
  public func nearest(to point: [Float]) -> [Float] {
    var nearest = start
    for axis in 0..<min(point.count, dimensions) where point[axis].isFinite {
      nearest[axis] = min(to[axis], max(from[axis], point[axis]))
    }
    return nearest
  }
}
