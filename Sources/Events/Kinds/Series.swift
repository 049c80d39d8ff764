/// Points of a curve, in the order they came. `x` and `y` have the same count.
public struct Series: Equatable, Sendable {
  public var name: String
  public var x: [Float]
  public var y: [Float]

  public init(name: String, x: [Float], y: [Float]) {
    self.name = name
    self.x = x
    self.y = y
  }
}
