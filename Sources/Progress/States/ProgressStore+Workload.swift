import GRDB
import SpacedRepetition

/// How much a learner wants to do in a day of practice.
package struct DailyLimits: Equatable, Sendable {
  package var newCards: Int
  package var reviews: Int

  package init(newCards: Int, reviews: Int) {
    self.newCards = newCards
    self.reviews = reviews
  }
}

extension ProgressStore {
  /// What is left of today's limits, which hold for all courses together. A card that was new today counts as new however often it came up; what has become a
  /// card today, because it was wrong, is neither new nor a review.
  package func remaining(of limits: DailyLimits, at time: Int64, in day: StudyDay) throws(ProgressError) -> DailyLimits
  {
    let start = day.start(of: time)
    let end = day.start(of: time, daysLater: 1)
    return try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT count(*) = itemState.reviews, max(kind = 'cards') FROM event JOIN answer ON eventId = event.id
            JOIN \(Self.onceEach) AS counting ON origin = event.course
            JOIN itemState ON itemState.itemId = answer.itemId AND itemState.course = counting.course
          WHERE at >= ? AND at < ? AND rating IS NOT NULL AND NOT EXISTS (
            SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
          GROUP BY answer.itemId, counting.course
          """, arguments: [course, start, end])
      var left = limits
      while let row = try rows.next() {
        let (wasNew, isCard): (Bool, Bool) = try (row.decode(atIndex: 0), row.decode(atIndex: 1))
        if !wasNew { left.reviews -= 1 } else if isCard { left.newCards -= 1 }
      }
      return DailyLimits(newCards: max(0, left.newCards), reviews: max(0, left.reviews))
    }
  }

  /// How many of these items are due on each of the next `days` days of practice; the first number counts today and all
  /// that is overdue. The log has more: what an author took away, and other courses.
  package func forecast(
    of items: Set<ItemID>, days: Int, at time: Int64, in day: StudyDay
  ) throws(ProgressError) -> [Int] {
    guard days > 0 else { return [] }
    let ends = (1...days).map { day.start(of: time, daysLater: $0) }
    return try read { db in
      let hidden = try self.hidden(at: time, db)
      var counts = [Int](repeating: 0, count: days)
      var place = 0
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT due, itemId, exercise, item.item FROM itemState JOIN item ON item.id = itemId
          WHERE course = ? AND due < ? ORDER BY due
          """, arguments: [course, ends[days - 1]])
      while let row = try rows.next() {
        let due: Int64 = try row.decode(atIndex: 0)
        let item = try ItemID(exercise: row.decode(atIndex: 2), item: row.decode(atIndex: 3))
        guard try hidden[row.decode(atIndex: 1)] == nil, items.contains(item) else { continue }
        while due >= ends[place] { place += 1 }
        counts[place] += 1
      }
      return counts
    }
  }

  /// Cards that were forgotten `lapses` times or more, the most often forgotten first.
  package func leeches(lapses: Int = 8) throws(ProgressError) -> [ItemID] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT exercise, item FROM itemState JOIN item ON item.id = itemId WHERE course = ? AND lapses >= ?
          ORDER BY lapses DESC, exercise, item
          """, arguments: [course, lapses]
      ).map { try ItemID(row: $0) }
    }
  }
}
