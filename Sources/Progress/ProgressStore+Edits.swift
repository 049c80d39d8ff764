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
      try Row.fetchAll(db, sql: "SELECT exercise, item FROM itemState JOIN item ON item.id = itemId ORDER BY 1, 2")
        .map { try ItemID(row: $0) }
    }
    let (present, answered) = (Set(items), Set(known))
    return CourseChange(
      new: items.filter { !answered.contains($0) }, retired: known.filter { !present.contains($0) })
  }
}
