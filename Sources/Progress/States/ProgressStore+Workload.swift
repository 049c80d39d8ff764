import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// Returns what is left of today's limits, which hold for all courses together. A card that was new today counts as
  /// new however often it came up; what has become a card today, because it was wrong, is neither new nor a review.
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

  /// Returns the number of these items that are due on each of the next `days` days of practice; the first number
  /// counts today and all that is overdue. The log has more: what an author took away, and other courses.
  package func forecast(
    of items: Set<ItemID>, days: Int, at time: Int64, in day: StudyDay
  ) throws(ProgressError) -> [Int] {
    guard days > 0 else { return [] }
    var forecast = Forecast(dayEnds: (1...days).map { day.start(of: time, daysLater: $0) })
    let end = day.start(of: time, daysLater: days)
    try read { db in
      let hidden = try self.hidden(at: time, db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(ItemState.columns), itemId, exercise, item.item FROM itemState JOIN item ON item.id = itemId
          WHERE course = ? AND due < ?
          """, arguments: [course, end])
      while let row = try rows.next() {
        let item = try ItemID(exercise: row.decode(atIndex: 14), item: row.decode(atIndex: 15))
        guard items.contains(item) else { continue }
        let until = try hidden[row.decode(atIndex: 13)]
        if let scheduled = try ScheduledItem(item, ItemState(row: row).card, hiddenUntil: until) {
          forecast.add(scheduled)
        }
      }
    }
    return forecast.counts
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
