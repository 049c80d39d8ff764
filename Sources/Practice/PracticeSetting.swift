import Course
import Progress
import SpacedRepetition

/// What a learner can choose about practice. Each is a setting in the log, under its raw value.
package enum PracticeSetting: String, CaseIterable, Sendable {
  case desiredRetention = "desired-retention"
  case learningSteps = "learning-steps"
  case relearningSteps = "relearning-steps"
  case spread
  case newCards = "new-cards"
  case reviews
  case dayBegins = "day-begins"

  /// What holds until something else is chosen.
  package var standard: String {
    switch self {
    case .desiredRetention: "0.9"
    case .learningSteps: "1m 10m"
    case .relearningSteps: "10m"
    case .spread: "yes"
    case .newCards: "20"
    case .reviews: "200"
    case .dayBegins: "4"
    }
  }

  /// The text as it is kept; `nil` for one that means nothing here.
  package func value(_ text: String) -> String? {
    let text = text.trimmed.lowercased()
    switch self {
    case .desiredRetention:
      let share = text.hasSuffix("%") ? Double(decimal: text.dropLast()).map { $0 / 100 } : Double(decimal: text)
      return share.flatMap { (0.7...0.99).contains($0) ? "\($0)" : nil }
    case .learningSteps, .relearningSteps: return SchedulerSetting.steps(text).map { _ in text }
    case .spread: return ["yes", "no"].contains(text) ? text : nil
    case .newCards, .reviews: return Int(text).flatMap { (0...9_999).contains($0) ? "\($0)" : nil }
    case .dayBegins: return Int(text).flatMap { (0...23).contains($0) ? "\($0)" : nil }
    }
  }

  /// What holds now.
  package func chosen(in store: ProgressStore) throws(ProgressError) -> String {
    try store.setting(rawValue).flatMap { value($0) } ?? standard
  }
}

extension ProgressStore {
  /// How much the learner wants to do in a day.
  package var dailyLimits: DailyLimits {
    get throws(ProgressError) {
      let new = try PracticeSetting.newCards.chosen(in: self), reviews = try PracticeSetting.reviews.chosen(in: self)
      return DailyLimits(newCards: Int(new) ?? 20, reviews: Int(reviews) ?? 200)
    }
  }

  /// The learner's days of practice.
  package var studyDay: StudyDay {
    get throws(ProgressError) { StudyDay(rolloverHour: Int(try PracticeSetting.dayBegins.chosen(in: self)) ?? 4) }
  }
}
