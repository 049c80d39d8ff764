import Foundation

/// The day of practice: it ends and the next begins at an hour of the learner's own clock, so that a session after
/// midnight still belongs to the evening.
package struct StudyDay: Sendable {
  package let rolloverHour: Int
  private let calendar: Calendar

  /// `rolloverHour` is 0 … 23; what lies outside is brought to the nearer end.
  package init(rolloverHour: Int = 4, timeZone: TimeZone = .current) {
    self.rolloverHour = min(max(rolloverHour, 0), 23)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    self.calendar = calendar
  }

  /// The first second of the day of practice that `time` belongs to. Seconds since 1970 (UTC).
  package func start(of time: Int64) -> Int64 {
    let date = Date(timeIntervalSince1970: TimeInterval(time))
    let today = rollover(on: date, daysLater: 0)
    return today <= time ? today : rollover(on: date, daysLater: -1)
  }

  /// The first second of the day of practice `days` after that of `time`; with 1, when today ends.
  package func start(of time: Int64, daysLater days: Int) -> Int64 {
    rollover(on: Date(timeIntervalSince1970: TimeInterval(start(of: time))), daysLater: days)
  }

  /// The rollover on a date of the calendar. Days of 23 or 25 hours and leap days are the calendar's business.
  private func rollover(on date: Date, daysLater days: Int) -> Int64 {
    var parts = calendar.dateComponents([.year, .month, .day], from: date)
    parts.day = (parts.day ?? 1) + days
    parts.hour = rolloverHour
    let start = calendar.date(from: parts) ?? date
    return Int64(start.timeIntervalSince1970.rounded())
  }
}

extension StudyDay {
  /// Returns the minutes by which the learner's clock is behind Greenwich.
  package func minutesWest(at time: Int64) -> Int {
    -calendar.timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(time))) / 60
  }
}
