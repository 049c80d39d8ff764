import ArgumentParser
import Foundation
import Messages
import Practice
import Progress
import SpacedRepetition
import Terminal

struct ProgressFit: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit", abstract: "Fit the scheduling to how you remember.",
    discussion: """
      Looks for the parameters of FSRS under which your answers are most likely, with four fifths of them, and compares \
      what they predict with the last fifth. They are kept only if they predict it better than those of before. `--undo` \
      goes back by one fit, `--standard` to the values that everyone begins with; no answer is touched.
      """)

  @Flag(help: "Go back to the parameters of before the last fit.")
  var undo = false

  @Flag(help: "Go back to the standard parameters.")
  var standard = false

  @Flag(help: "Tell what was found as JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    if undo, standard {
      throw Failure("`--undo` and `--standard` exclude one another", help: "leave one of them out", status: .usage)
    }
    let store = try context.openProgressToRecord()
    if undo { return try goBack(store, context) }
    if standard {
      try store.set(Setting.parameters.name, to: "", at: context.now, session: context.session)
      return context.write([Line("The standard parameters decide again when cards come back.")])
    }
    let watched = Interruption.watch()
    defer { watched.forEach { $0.cancel() } }
    let history = ReviewHistory(try store.reviewHistories())
    let before = store.scheduler.parameters
    var tenths = 0
    let fit = try ParameterFit(history, before: before) { share in
      if !json, Int(share * 10) > tenths {
        tenths = Int(share * 10)
        context.write([Line("  \(tenths * 10) %", .faint)])
      }
      return !Task.isCancelled
    }
    guard let fit else { throw CancellationError() }
    if fit.isBetter {
      try store.set(
        Setting.parameters.name, to: Setting.text(fit.parameters), at: context.now, session: context.session)
    }
    if json { return try context.output.write(report(fit, history)) }
    tell(fit, history, context)
  }

  private func tell(_ fit: ParameterFit, _ history: ReviewHistory, _ context: Context) {
    func text(_ loss: Double) -> String { String(format: "%.4f", loss) }
    let compared = "log loss on the last \(fit.heldOut) reviews: \(text(fit.lossBefore)) before, \(text(fit.loss)) now"
    guard fit.isBetter else {
      return context.write([
        Line("The parameters stay as they are: the new ones do not predict better."), Line(compared, .faint),
      ])
    }
    context.write([
      Line("Fitted to \(history.count) reviews: cards now come back by your own memory.", .bold),
      Line(compared, .faint),
      Line("learn progress fit --undo    takes this back", .faint),
    ])
  }

  private func report(_ fit: ParameterFit, _ history: ReviewHistory) throws -> String {
    struct Report: Encodable {
      var reviews: Int
      var heldOut: Int
      var lossBefore: Double
      var loss: Double
      var kept: Bool
      var parameters: [Double]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let report = Report(
      reviews: history.count, heldOut: fit.heldOut, lossBefore: fit.lossBefore, loss: fit.loss, kept: fit.isBetter,
      parameters: fit.parameters.values)
    return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
  }

  /// A setting is never taken out of the log: that of before is set once more.
  private func goBack(_ store: ProgressStore, _ context: Context) throws {
    let history = try store.history(of: .parameters)
    guard let present = history.first, !present.isEmpty else {
      throw Failure("no fit is in force: the standard parameters are", status: .noInput)
    }
    let former = Setting.beforeLastFit(history)
    try store.set(Setting.parameters.name, to: former, at: context.now, session: context.session)
    context.write([
      Line(
        former.isEmpty
          ? "The standard parameters decide again when cards come back."
          : "The parameters of the fit before decide again when cards come back.")
    ])
  }
}
