/// Points in a plane.
public struct PointCloud: Equatable, Sendable {
  public var name: String
  /// The first coordinates, as many as `y`.
  public var x: [Float]
  public var y: [Float]
  /// The class of each point, which gives it its colour; empty where there are none.
  public var classes: [Int]
  public var bounds: Bounds

  public init(name: String, x: [Float], y: [Float], classes: [Int] = [], bounds: Bounds) {
    self.name = name
    self.x = x
    self.y = y
    self.classes = classes
    self.bounds = bounds
  }
}
