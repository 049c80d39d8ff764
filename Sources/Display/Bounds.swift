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
}
