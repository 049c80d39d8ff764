import GRDB
import Practice
import SpacedRepetition

extension ProgressStore {
  /// The scheduler of the learner's settings.
  static func scheduler(_ db: Database) throws -> Scheduler {
    try Scheduler.chosen { try latest("setting", of: $0.name, in: "", db) }
  }

  /// Returns the value that holds now: the learner's, else the standard one.
  package func chosen(_ setting: Setting) throws(ProgressError) -> String {
    try self.setting(setting.name).flatMap { setting.value($0) } ?? setting.standard
  }

  /// The numbers of cards that the learner wants to do in a day.
  package var dailyLimits: DailyLimits {
    get throws(ProgressError) {
      let new = try chosen(.newCards), reviews = try chosen(.reviews)
      return DailyLimits(newCards: Int(new) ?? 20, reviews: Int(reviews) ?? 200)
    }
  }

  /// The learner's days of practice.
  package var studyDay: StudyDay {
    get throws(ProgressError) { StudyDay(rolloverHour: Int(try chosen(.dayBegins)) ?? 4) }
  }

  /// The values that a setting had, the latest first.
  package func history(of setting: Setting) throws(ProgressError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT value FROM setting JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
          WHERE setting.name = ? AND course = ''
          ORDER BY max(at) OVER (PARTITION BY deviceId ORDER BY counter) DESC, device.name DESC, counter DESC
          """, arguments: [setting.name])
    }
  }
}
