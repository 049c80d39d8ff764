import GRDB
import Practice
import SpacedRepetition

/// Reviews whose predicted recall fell into one tenth of the scale, and how they went; all 0 without reviews.
package struct RecallBin: Equatable, Sendable {
  package var reviews: Int
  /// Mean predicted probability of recall.
  package var predicted: Double
  /// Share that was recalled: hard, good or easy.
  package var measured: Double
}

/// The figures of a day of practice.
package struct DayOfPractice: Equatable, Sendable {
  /// The first second of the day, in seconds since 1970 (UTC).
  package var start: Int64
  package var answers: Int
  package var seconds: Double
}

extension ProgressStore {
  /// States of all items of these exercises that were ever answered.
  package func states(of exercises: [String]) throws(ProgressError) -> [ItemID: ItemState] {
    try read { db in
      var states: [ItemID: ItemState] = [:]
      let find = try db.cachedStatement(
        sql:
          "SELECT \(ItemState.columns), item.item FROM item JOIN itemState ON itemId = item.id WHERE exercise = ? AND course = ?"
      )
      for exercise in exercises {
        let rows = try Row.fetchCursor(find, arguments: [exercise, course])
        while let row = try rows.next() {
          states[try ItemID(exercise: exercise, item: row.decode(atIndex: 13))] = try ItemState(row: row)
        }
      }
      return states
    }
  }

  /// Returns the share of these exercises that the learner would get right at `time`.
  package func mastery(of exercises: [PracticeExercise], at time: Int64) throws(ProgressError) -> Mastery {
    Mastery(of: exercises, try states(of: exercises.map(\.id)), scheduler: scheduler, at: time)
  }

  /// Measured recall against predicted, in ten bins of the prediction: 0 to 0.1, …, 0.9 to 1.
  ///
  /// Only answers a day or more after the one before count: within a day there is nothing to forget.
  package func recallCurve() throws(ProgressError) -> [RecallBin] {
    try read { db in
      var bins = [RecallBin](repeating: RecallBin(reviews: 0, predicted: 0, measured: 0), count: 10)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT bin, sum(reviews), sum(recalled), sum(predicted) FROM recall WHERE course = ? GROUP BY bin",
        arguments: [course])
      while let row = try rows.next() {
        let reviews: Int = try row.decode(atIndex: 1)
        let (recalled, predicted): (Double, Double) = try (row.decode(atIndex: 2), row.decode(atIndex: 3))
        let bin: Int = try row.decode(atIndex: 0)
        guard bins.indices.contains(bin) else { continue }
        bins[bin] = RecallBin(
          reviews: reviews, predicted: predicted * 0x1p-32 / Double(reviews), measured: recalled / Double(reviews))
      }
      return bins
    }
  }

  /// The last `days` days of practice up to that of `time`, today last.
  package func activity(days: Int, at time: Int64, in day: StudyDay) throws(ProgressError) -> [DayOfPractice] {
    guard days > 0 else { return [] }
    let starts = (1 - days...1).map { day.start(of: time, daysLater: $0) }
    return try read { db in
      var result = starts.dropLast().map { DayOfPractice(start: $0, answers: 0, seconds: 0) }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT at, seconds FROM event JOIN answer ON eventId = event.id JOIN device ON device.id = event.deviceId
          WHERE at >= ? AND at < ? AND event.\(Self.countsForCourse) AND NOT EXISTS (
            SELECT * FROM undo WHERE undo.deviceId = event.deviceId AND undo.counter = event.counter)
          ORDER BY at, device.name, event.counter
          """, arguments: [starts[0], starts[days], course])
      var place = 0
      while let row = try rows.next() {
        let at: Int64 = try row.decode(atIndex: 0)
        while at >= starts[place + 1] { place += 1 }
        result[place].answers += 1
        result[place].seconds += try row.decode(atIndex: 1)
      }
      return result
    }
  }

  /// Days of practice in a row with an answer, up to that of `time`; a today without one does not end the row yet.
  package func streak(at time: Int64, in day: StudyDay) throws(ProgressError) -> Int {
    try read { db in
      let find = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT * FROM event JOIN answer ON eventId = event.id
            WHERE at >= ? AND at < ? AND event.\(Self.countsForCourse))
          """)
      let wasUsed: (Int) throws -> Bool = { days in
        let (start, end) = (day.start(of: time, daysLater: days), day.start(of: time, daysLater: days + 1))
        return try Bool.fetchOne(find, arguments: [start, end, course]) ?? false
      }
      var days = 0
      while try wasUsed(-1 - days) { days += 1 }
      return try wasUsed(0) ? days + 1 : days
    }
  }
}
