import GRDB
import SpacedRepetition

/// The learner's choices that decide when cards come back. Each is a setting of this name in the log; an empty value is
/// the standard again.
package enum SchedulerSetting {
  /// 21 numbers with spaces between them.
  package static let parameters = "fsrs-parameters"
  /// From 0 to 1.
  package static let desiredRetention = "desired-retention"
  /// Waits with spaces between them, such as `1m 10m`; `none` for no steps.
  package static let learningSteps = "learning-steps"
  package static let relearningSteps = "relearning-steps"
  /// `yes` or `no`: whether intervals are spread by some days.
  package static let spread = "spread"

  /// Seconds of each step; `nil` for a text that names no waits.
  package static func steps(_ text: String) -> [Int64]? {
    if text == "none" { return [] }
    var steps: [Int64] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let units: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
      guard let unit = word.last.flatMap({ units[$0] }), let count = Int64(word.dropLast()), count >= 1,
        count <= Scheduler.secondsPerDay * 36_500 / unit
      else { return nil }
      steps.append(count * unit)
    }
    return steps.isEmpty ? nil : steps
  }

  package static func text(_ parameters: Parameters) -> String {
    parameters.values.map { "\($0)" }.joined(separator: " ")
  }

  /// What was in force before the last fit, of the values that the parameters had, the latest first; empty for the
  /// standard. A value that is that of before once more took the fit between them back.
  package static func beforeLastFit(_ history: [String]) -> String {
    var fits: [String] = []
    for value in history.reversed() where value != fits.last ?? "" {
      if value.isEmpty {
        fits.removeAll()
      } else if value == fits.dropLast().last {
        fits.removeLast()
      } else {
        fits.append(value)
      }
    }
    return fits.dropLast().last ?? ""
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
  /// The scheduler of the learner's settings. A setting that means nothing to this version is as if it were not there.
  static func scheduler(_ db: Database) throws -> Scheduler {
    func setting<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
      try latest("setting", of: name, in: "", db).flatMap(read)
    }
    let standard = Scheduler.standard
    let retention = try setting(SchedulerSetting.desiredRetention) { Double($0) } ?? standard.desiredRetention
    return try Scheduler(
      parameters: setting(SchedulerSetting.parameters, SchedulerSetting.parameters) ?? .standard,
      desiredRetention: retention > 0 && retention < 1 ? retention : standard.desiredRetention,
      learningSteps: setting(SchedulerSetting.learningSteps, SchedulerSetting.steps) ?? standard.learningSteps,
      relearningSteps: setting(SchedulerSetting.relearningSteps, SchedulerSetting.steps) ?? standard.relearningSteps,
      // The same seed everywhere: two machines with the same log agree on every day.
      fuzzSeed: setting(SchedulerSetting.spread) { $0 == "no" ? false : nil } == false ? nil : 1)
  }

  /// The values that a setting had, the latest first.
  package func settingHistory(_ name: String) throws(ProgressError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT value FROM setting JOIN event ON event.id = eventId JOIN device ON device.id = deviceId
          WHERE setting.name = ? AND course = ''
          ORDER BY max(at) OVER (PARTITION BY deviceId ORDER BY counter) DESC, device.name DESC, counter DESC
          """, arguments: [name])
    }
  }
}
