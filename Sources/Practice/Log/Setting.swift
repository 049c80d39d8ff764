import JSONLines
import SpacedRepetition

/// A choice of the learner's about practice: kept in the log under its name. An empty value is the standard again.
package enum Setting: CaseIterable, Hashable, Sendable {
  /// The 21 parameters of FSRS, with spaces between them.
  case parameters
  /// The probability of recall at which a card comes back.
  case desiredRetention
  /// Waits with spaces between them, such as `1m 10m`; `none` for no steps.
  case learningSteps
  case relearningSteps
  /// `yes` or `no`: whether intervals are spread by some days.
  case spread
  case newCards
  case reviews
  /// The hour at which a day of practice begins.
  case dayBegins

  package var name: String {
    switch self {
    case .parameters: "fsrs-parameters"
    case .desiredRetention: "desired-retention"
    case .learningSteps: "learning-steps"
    case .relearningSteps: "relearning-steps"
    case .spread: "spread"
    case .newCards: "new-cards"
    case .reviews: "reviews"
    case .dayBegins: "day-begins"
    }
  }

  /// The settings that a learner makes by hand.
  package static var choices: [Setting] {
    [.desiredRetention, .learningSteps, .relearningSteps, .spread, .newCards, .reviews, .dayBegins]
  }

  /// The value that holds until another is chosen.
  package var standard: String {
    switch self {
    case .parameters: ""
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
    let text = FoldedText(text).trimmed.text
    switch self {
    case .parameters: return Self.parameters(text).map { Self.text($0) }
    case .desiredRetention:
      let isPercent = text.utf8.last == 0x25
      guard let number = Double(decimal: Array(isPercent ? text.utf8.dropLast() : text.utf8[...])[...]) else {
        return nil
      }
      let share = isPercent ? number / 100 : number
      return share >= 0.7 && share <= 0.99 ? "\(share)" : nil
    case .learningSteps, .relearningSteps: return Self.steps(text).map { _ in text }
    case .spread: return text.isSame(as: "yes") || text.isSame(as: "no") ? text : nil
    case .newCards, .reviews: return Self.number(text, upTo: 9_999)
    case .dayBegins: return Self.number(text, upTo: 23)
    }
  }

  private static func number(_ text: String, upTo highest: Int) -> String? {
    guard let number = Int(text), number >= 0, number <= highest else { return nil }
    return "\(number)"
  }

  // MARK: What values say

  /// Seconds of each step; `nil` for a text that names no waits.
  package static func steps(_ text: String) -> [Int64]? {
    if text.isSame(as: "none") { return [] }
    var steps: [Int64] = []
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x2C }) {
      let unit: Int64
      switch word.last {
      case 0x73: unit = 1
      case 0x6D: unit = 60
      case 0x68: unit = 3600
      case 0x64: unit = Scheduler.secondsPerDay
      default: return nil
      }
      var count: Int64 = 0
      for digit in word.dropLast() {
        guard digit >= 0x30, digit <= 0x39, count <= Scheduler.longestStep else { return nil }
        count = count &* 10 &+ Int64(digit - 0x30)
      }
      guard count >= 1, count <= Scheduler.longestStep / unit else { return nil }
      steps.append(count &* unit)
    }
    return steps.isEmpty ? nil : steps
  }

  package static func text(_ parameters: Parameters) -> String {
    var text = ""
    for value in parameters.values { text += text.isEmpty ? "\(value)" : " \(value)" }
    return text
  }

  /// `nil` for a text that is no set of parameters: a newer version may write another one.
  package static func parameters(_ text: String) -> Parameters? {
    var values: [Double] = []
    for word in text.utf8.split(separator: 0x20) { values.append(Double(decimal: Array(word)[...]) ?? .nan) }
    do throws(ParametersError) { return try Parameters(values) } catch { return nil }
  }

  /// The value in force before the last fit, of those that the parameters had, the latest first; empty for the
  /// standard. A value that is that of before once more took the fit between them back.
  package static func beforeLastFit(_ history: [String]) -> String {
    var fits: [String] = []
    for value in history.reversed() where !value.isSame(as: fits.last ?? "") {
      if value.isEmpty {
        fits.removeAll()
      } else if let former = fits.dropLast().last, value.isSame(as: former) {
        fits.removeLast()
      } else {
        fits.append(value)
      }
    }
    return fits.dropLast().last ?? ""
  }
}

extension Scheduler {
  static var longestStep: Int64 { secondsPerDay &* 36_500 }

  /// The scheduler of the learner's settings. One that means nothing to this version is as if it were not there.
  ///
  /// - Parameter value: what a setting has in the log, `nil` for nothing.
  package static func chosen<Failure: Error>(
    by value: (Setting) throws(Failure) -> String?
  ) throws(Failure) -> Scheduler {
    let parameters = try value(.parameters).flatMap { Setting.parameters($0) } ?? .standard
    let retention =
      try value(.desiredRetention).flatMap { Double(decimal: Array($0.utf8)[...]) } ?? standard.desiredRetention
    let learning = try value(.learningSteps).flatMap { Setting.steps($0) } ?? standard.learningSteps
    let relearning = try value(.relearningSteps).flatMap { Setting.steps($0) } ?? standard.relearningSteps
    let isSpread = !(try value(.spread) ?? "").isSame(as: "no")
    do throws(SchedulerError) {
      return try Scheduler(
        parameters: parameters,
        desiredRetention: retention > 0 && retention < 1 ? retention : standard.desiredRetention,
        learningSteps: learning, relearningSteps: relearning,
        // The same seed everywhere: two machines with the same log agree on every day.
        fuzzSeed: isSpread ? 1 : nil)
    } catch {
      // All of it was held against its bounds.
      return standard
    }
  }
}
