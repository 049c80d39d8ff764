/// An amount for each of some labels.
public struct Bars: Equatable, Sendable {
  public var name: String
  public var labels: [String]
  /// The amounts, as many as labels.
  public var values: [Float]

  public init(name: String, labels: [String], values: [Float]) {
    self.name = name
    self.labels = labels
    self.values = values
  }
}
