/// A number that the reader may set before a run.
public struct Setting: Equatable, Sendable {
  public var name: String
  public var value: Float
  public var range: ClosedRange<Float>
  /// The smallest sensible change; 0 where any is.
  public var step: Float

  public init(name: String, value: Float, range: ClosedRange<Float>, step: Float = 0) {
    self.name = name
    self.value = value
    self.range = range
    self.step = step
  }
}
