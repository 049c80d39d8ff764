/// Arrows in a plane, each from (x, y) to (x + dx, y + dy).
public struct Arrows: Equatable, Sendable {
  public var name: String
  public var x: [Float]
  public var y: [Float]
  public var dx: [Float]
  public var dy: [Float]
  public var bounds: Bounds

  public init(name: String, x: [Float], y: [Float], dx: [Float], dy: [Float], bounds: Bounds) {
    self.name = name
    self.x = x
    self.y = y
    self.dx = dx
    self.dy = dy
    self.bounds = bounds
  }
}
