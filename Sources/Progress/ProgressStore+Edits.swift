import GRDB

/// How the items of a course compare with those that have a history.
package struct CourseChange: Equatable, Sendable {
  /// In the course, never answered.
  package var new: [ItemID]
  /// Answered, no longer in the course: their history is kept and they do not come up.
  package var retired: [ItemID]
}

extension ProgressStore {
  /// Compares the course's present items with the log. An edited item has another id, so it is new and the old one is
  /// retired; all others keep their history.
  package func change(to items: [ItemID]) throws(ProgressError) -> CourseChange {
    let known = try read { db in
      let sql = "SELECT exercise, item FROM itemState JOIN item ON item.id = itemId ORDER BY 1, 2"
      return try Array(Row.fetchCursor(db, sql: sql).map(ItemID.init(row:)))
    }
    let places = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    var isPresent = [Bool](repeating: false, count: known.count)
    var new: [ItemID] = []
    for item in items {
      if let place = places[item] { isPresent[place] = true } else { new.append(item) }
    }
    return CourseChange(new: new, retired: known.indices.filter { !isPresent[$0] }.map { known[$0] })
  }
}
