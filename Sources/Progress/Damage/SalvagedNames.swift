import GRDB
import Practice

/// The names of devices and items in a damaged log: from their tables, and where these are damaged, from their indexes.
///
/// They are put into temporary tables of the same names, which SQLite reads in place of the damaged ones.
struct SalvagedNames {
  private var devices: Set<ExactText> = []
  /// Names of items that the other of the two places does not have.
  private var strays: [ItemID] = []

  init(_ db: Database, _ given: EventID?) throws {
    let deviceNames = try Self.names(of: "device", ["name"], db)
    let itemNames = try Self.names(of: "item", ["exercise", "item"], db)
    try db.execute(
      sql: """
        CREATE TEMP TABLE device (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TEMP TABLE item (id INTEGER PRIMARY KEY, exercise TEXT, item TEXT);
        """)
    for (id, names) in deviceNames {
      devices.formUnion(names.map { ExactText($0[0]) })
      try db.execute(sql: "INSERT INTO temp.device VALUES (?, ?)", arguments: [id, names[0][0]])
    }
    if let given { devices.insert(ExactText(given.device)) }
    for (id, names) in itemNames {
      strays += names.dropFirst().map { ItemID(exercise: $0[0], item: $0[1]) }
      let insert = try db.cachedStatement(sql: "INSERT INTO temp.item VALUES (?, ?, ?)")
      try insert.execute(arguments: [id, names[0][0], names[0][1]])
    }
  }

  /// The event with another name in the place of one that is damaged, if its checksum says so; `nil` if none does.
  func mend(_ logged: LoggedEvent) -> LoggedEvent? {
    var candidates: [LogEvent] = []
    for wrong in Set([logged.event.id.device, logged.event.target?.device].compactMap { $0.map { ExactText($0) } }) {
      for right in devices {
        var event = logged.event
        if event.id.device.isSame(as: wrong.wrappedValue) { event.id.device = right.wrappedValue }
        if var target = event.target, target.device.isSame(as: wrong.wrappedValue) {
          target.device = right.wrappedValue
          event.content = .undo(target)
        }
        candidates.append(event)
      }
    }
    switch logged.event.content {
    case .answer(var answer):
      candidates += strays.map { stray in
        var event = logged.event
        answer.item = stray
        event.content = .answer(answer)
        return event
      }
    case .hiding(_, let until):
      candidates += strays.map { stray in
        var event = logged.event
        event.content = .hiding(stray, until: until)
        return event
      }
    case .position, .setting, .undo: break
    }
    return candidates.lazy.map { LoggedEvent(row: logged.row, event: $0, checksum: logged.checksum) }
      .first(where: \.isProven)
  }

  /// Returns for each id what the table says, then what its index says if that is something else.
  private static func names(
    of table: String, _ columns: [String], _ db: Database
  ) throws -> [Int64: [[String]]] {
    let list = columns.joined(separator: ", ")
    var names: [Int64: [[String]]] = [:]
    func note(_ row: Row) throws {
      let name: [String] = try columns.indices.map { try row.decode(atIndex: $0 + 1) }
      let id: Int64 = try row.decode(atIndex: 0)
      let isKnown = names[id, default: []].contains { zip($0, name).allSatisfy { $0.isSame(as: $1) } }
      if !isKnown { names[id, default: []].append(name) }
    }
    let end = try whileSound { try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)") } ?? 0
    let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    // A name and its index take 10 bytes or more.
    let rows = try Salvage.read(1...max(1, min(end, pages * 4_096 / 10)), atOnce: 1_000) { rows in
      try Row.fetchAll(
        db, sql: "SELECT id, \(list) FROM \(table) NOT INDEXED WHERE id BETWEEN ? AND ?",
        arguments: [rows.lowerBound, rows.upperBound])
    }
    for row in rows { _ = try whileSound { try note(row) } }
    for order in ["ASC", "DESC"] {
      let order = columns.map { "\($0) \(order)" }.joined(separator: ", ")
      _ = try whileSound {
        let rows = try Row.fetchCursor(
          db, sql: "SELECT id, \(list) FROM \(table) INDEXED BY sqlite_autoindex_\(table)_1 ORDER BY \(order)")
        while let row = try rows.next() { try note(row) }
      }
    }
    return names
  }

  /// Returns what comes before the damage; `nil` where there is some.
  private static func whileSound<Result>(_ body: () throws -> Result?) throws -> Result? {
    do {
      return try body()
    } catch  where Salvage.isDamage(error) {
      return nil
    }
  }
}

extension LogEvent {
  /// The answer that it takes back.
  fileprivate var target: EventID? {
    guard case .undo(let target) = content else { return nil }
    return target
  }
}
