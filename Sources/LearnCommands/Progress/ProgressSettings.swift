import ArgumentParser
import Course
import Foundation
import Messages
import Practice
import Progress
import Terminal

struct ProgressSettings: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "Show or change when things come back, and how much a day has.",
    discussion: """
      For example: learn progress settings new-cards 10. The value `standard` goes back to what everyone begins with. \
      What you choose is kept in your log and travels with it; cards are dated anew at once.
      """)

  @Argument(help: "Which setting.")
  var name: String?

  @Argument(help: "What it is to be.")
  var value: [String] = []

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try value.isEmpty ? context.progressToRead().store : context.openProgressToRecord()
    guard let name else { return context.write(try Self.all(store) + [""] + Self.workload(store, context)) }
    guard let setting = Setting.choices.first(where: { $0.name == name }) else {
      let names = Setting.choices.map(\.name)
      throw Failure(
        "there is no setting `\(name)`",
        help: Suggestion.closest(to: name, in: names).map { "did you mean `\($0)`?" }
          ?? "there is: " + names.joined(separator: ", "), status: .usage)
    }
    guard !value.isEmpty else { return context.write([try Self.line(setting, store)]) }
    let value = value.joined(separator: " ")
    let isStandard = value.lowercased() == "standard"
    guard let kept = isStandard ? "" : setting.value(value) else {
      throw Failure("`\(name)` cannot be `\(value)`", help: setting.help, status: .usage)
    }
    let before = try Self.due(store, context).reduce(0, +)
    try store.set(setting.name, to: kept, at: context.now, session: context.session)
    // Opened again, it dates every card by the new setting.
    let changed = try context.openProgress()
    context.write([try Self.line(setting, changed)])
    let after = try Self.due(changed, context).reduce(0, +)
    guard before != after else { return }
    context.write([Line("Due in the next 30 days: \(after) instead of \(before).", .faint)])
  }

  /// Returns the number of items that the course asks again on each of the next 30 days.
  private static func due(_ store: ProgressStore, _ context: Context) throws -> [Int] {
    try store.forecast(of: context.items, days: 30, at: context.now, in: store.studyDay)
  }

  private static func all(_ store: ProgressStore) throws -> [Line] {
    try Setting.choices.flatMap { setting in
      [try line(setting, store), Line("    \(setting.meaning)", .faint)]
    }
  }

  private static func line(_ setting: Setting, _ store: ProgressStore) throws -> Line {
    let chosen = try store.chosen(setting)
    let standard = chosen == setting.standard ? "" : "  (standard: \(setting.standard))"
    return Line([Span("\(setting.name)  "), Span(chosen, .bold), Span(standard, .faint)])
  }

  private static func workload(_ store: ProgressStore, _ context: Context) throws -> [Line] {
    let due = try due(store, context)
    let sum = due.reduce(0, +)
    let days = due.dropFirst().reduce(0, +)
    return [
      Line(
        "Due today \(due.first ?? 0), in the 29 days after \(days): \(perDay(sum)) a day, and more with every new card."
      )
    ]
  }

  private static func perDay(_ sum: Int) -> String {
    let rate = Double(sum) / 30
    return rate >= 10 || rate == rate.rounded() ? "\(Int(rate.rounded()))" : String(format: "%.1f", rate)
  }
}

extension Setting {
  /// The meaning of the setting, in a few words.
  var meaning: String {
    switch self {
    case .parameters: "how memory fades, as `learn progress fit` has found it"
    case .desiredRetention: "a card comes back when the chance that you remember it has fallen to this"
    case .learningSteps: "waits between the first answers to a new card"
    case .relearningSteps: "waits after a card was forgotten"
    case .spread: "whether cards that were learned together come back on different days"
    case .newCards: "new cards in a day, at the most"
    case .reviews: "cards that come back in a day, and what was wrong, at the most"
    case .dayBegins: "the hour at which a day of practice begins"
    }
  }

  /// The values that the setting may have.
  var help: String {
    switch self {
    case .parameters: "21 numbers: `learn progress fit` finds them"
    case .desiredRetention: "a share from 0.7 to 0.99: 0.9 is 90 %"
    case .learningSteps, .relearningSteps: "waits such as `1m 10m`, in s, m, h or d; `none` for days from the start"
    case .spread: "`yes` or `no`"
    case .newCards, .reviews: "a number from 0 to 9999"
    case .dayBegins: "an hour from 0 to 23"
    }
  }
}
