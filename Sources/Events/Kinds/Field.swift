/// A number for each cell of a grid over a plane.
public struct Field: Equatable, Sendable {
  public var name: String
  public var columns: Int
  public var rows: Int
  /// `[rows × columns]`, row by row from the top (where y is largest) and left.
  public var values: [Float]
  public var bounds: Bounds

  public init(name: String, columns: Int, rows: Int, values: [Float], bounds: Bounds) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.values = values
    self.bounds = bounds
  }
}
