import GRDB
import SpacedRepetition

/// The learner's choices that decide when cards come back. Each is a setting of this name in the log; an empty value is
/// the standard again.
package enum SchedulerSetting {
  /// 21 numbers with spaces between them.
  package static let parameters = "fsrs-parameters"
  /// From 0 to 1.
  package static let desiredRetention = "desired-retention"

  package static func text(_ parameters: Parameters) -> String {
    parameters.values.map { "\($0)" }.joined(separator: " ")
  }

  /// `nil` for a text that is no set of parameters: a newer version may write another one.
  package static func parameters(_ text: String) -> Parameters? {
    do throws(ParametersError) {
      return try Parameters(text.split(separator: " ").map { Double($0) ?? .nan })
    } catch {
      return nil
    }
  }
}

extension ProgressStore {
  /// The scheduler of the learner's settings.
  static func scheduler(_ db: Database) throws -> Scheduler {
    let parameters = try latest("setting", of: SchedulerSetting.parameters, db).flatMap(SchedulerSetting.parameters)
    let retention = try latest("setting", of: SchedulerSetting.desiredRetention, db).flatMap { Double($0) }
    do throws(SchedulerError) {
      return try Scheduler(parameters: parameters ?? .standard, desiredRetention: retention ?? 0.9)
    } catch {
      // A retention that no scheduler takes: the parameters count all the same.
      return try Scheduler(parameters: parameters ?? .standard)
    }
  }

  /// The values that a setting had, the latest first.
  package func settingHistory(_ name: String) throws(ProgressError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT value FROM setting JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
          WHERE setting.name = ? ORDER BY at DESC, device.name DESC, counter DESC
          """, arguments: [name])
    }
  }
}
