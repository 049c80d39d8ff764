import GRDB
import Practice

// Rows that stand for a name: found, or made on first use.

extension ProgressStore {
  static func deviceID(_ name: String, _ db: Database) throws -> Int64 {
    let find = try db.cachedStatement(sql: "SELECT id FROM device WHERE name = ?")
    if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
    try db.execute(sql: "INSERT INTO device (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  static func itemID(_ item: ItemID, _ db: Database) throws -> Int64 {
    if let id = try knownItemID(item, db) { return id }
    try db.execute(sql: "INSERT INTO item (exercise, item) VALUES (?, ?)", arguments: [item.exercise, item.item])
    return db.lastInsertedRowID
  }

  static func knownItemID(_ item: ItemID, _ db: Database) throws -> Int64? {
    let find = try db.cachedStatement(sql: "SELECT id FROM item WHERE exercise = ? AND item = ?")
    return try Int64.fetchOne(find, arguments: [item.exercise, item.item])
  }

  static func name(ofItem row: Int64, _ db: Database) throws -> ItemID {
    let find = try db.cachedStatement(sql: "SELECT exercise, item FROM item WHERE id = ?")
    guard let names = try Row.fetchOne(find, arguments: [row]) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "item \(row) has no name")
    }
    return try ItemID(exercise: names.decode(atIndex: 0), item: names.decode(atIndex: 1))
  }
}
