import Practice

/// Rows of names that were looked up a moment ago: an import asks for the same ones again and again.
struct RowCache {
  /// A name for each line of a stranger's file must not fill the memory.
  private static let limit = 20_000

  private var devices: [ExactText: Int64] = [:]
  private var items: [ItemID: Int64] = [:]
  private var courses: [ExactText: Int64] = [:]

  mutating func device(_ name: String, or find: () throws -> Int64) rethrows -> Int64 {
    try Self.row(of: ExactText(name), in: &devices, or: find)
  }

  mutating func item(_ item: ItemID, or find: () throws -> Int64) rethrows -> Int64 {
    try Self.row(of: item, in: &items, or: find)
  }

  /// A course has no row; that it is known is noted once.
  mutating func course(_ name: String, or note: () throws -> Void) rethrows {
    _ = try Self.row(of: ExactText(name), in: &courses) {
      try note()
      return 0
    }
  }

  private static func row<Name>(
    of name: Name, in rows: inout [Name: Int64], or find: () throws -> Int64
  ) rethrows -> Int64 {
    if let row = rows[name] { return row }
    let row = try find()
    if rows.count >= limit { rows.removeAll(keepingCapacity: true) }
    rows[name] = row
    return row
  }
}
