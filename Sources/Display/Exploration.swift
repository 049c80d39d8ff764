/// A plane whose points the cell can turn into pictures.
public struct Exploration: Equatable, Sendable {
  public var name: String
  public var bounds: Bounds

  public init(name: String, bounds: Bounds) {
    self.name = name
    self.bounds = bounds
  }
}
