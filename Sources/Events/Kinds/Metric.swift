/// A figure that a cell reports.
public struct Metric: Equatable, Sendable {
  public var name: String
  public var value: Float
  public var unit: String
  /// The band where the value should fall, bounds included.
  public var expected: ClosedRange<Float>?

  public init(name: String, value: Float, unit: String = "", expected: ClosedRange<Float>? = nil) {
    self.name = name
    self.value = value
    self.unit = unit
    self.expected = expected
  }
}
