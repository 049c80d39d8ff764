/// Words and numbers in rows and columns.
public struct Table: Equatable, Sendable {
  public var name: String
  public var head: [String]
  /// Each as long as `head`.
  public var rows: [[String]]

  public init(name: String, head: [String], rows: [[String]]) {
    self.name = name
    self.head = head
    self.rows = rows
  }
}
