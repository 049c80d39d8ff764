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

  /// The value itself where the reader may choose it, else the nearest one in the range and on one of its steps.
  package var nearestChoice: Float {
    let inside = min(max(value, range.lowerBound), range.upperBound)
    if step <= 0 || inside == range.upperBound { return inside }
    let steps = ((inside - range.lowerBound) / step + 0.5).rounded(.down)
    let nearest = min(range.lowerBound + steps * step, range.upperBound)
    // Tenths are never exact.
    return (nearest - inside).magnitude <= step / 1000 ? inside : nearest
  }
}
