import ArgumentParser
import Course
import Events
import Foundation
import Practice
import Progress
import Terminal

struct ProgressSummary: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "What you know, lesson by lesson, and what is due (this is what `learn progress` shows).")

  @Flag(help: "Write it as JSON.")
  var json = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try context.openProgressToRead().store
    let report = try ProgressReport(context, store)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return context.output.write(String(decoding: try encoder.encode(report), as: UTF8.self) + "\n")
    }
    context.write([Line("What you know", .bold)] + report.lessons.flatMap { lines($0, context) } + [""])
    let plan = try context.practicePlan(store)
    // As `learn` and `learn quiz` count.
    if plan.dueCount > 0 { context.write([Line("\(plan.dueWords) now")]) }
    showDue(report.due, context)
    context.write([""] + recall(report.recall) + time(report))
  }

  private func lines(_ lesson: ProgressReport.Lesson, _ context: Context) -> [Line] {
    let text = BlockText(width: context.screen.measure - 12)
    var lines = [
      Line([
        Span("\(percent(lesson.mastery.share))  ", .bold), Span("\(lesson.number) · \(lesson.title)", .bold),
        Span("  \(lesson.mastery.answered) of \(lesson.mastery.items) answered", .faint),
      ])
    ]
    for outcome in lesson.outcomes {
      let share = outcome.mastery.items == 0 ? "    –" : percent(outcome.mastery.share)
      lines += text.lines(outcome.text, style: .faint).enumerated().map { index, line in
        Line(index == 0 ? "  \(share)  " : "         ", .faint) + line
      }
    }
    return lines
  }

  /// Five columns.
  private func percent(_ share: Double) -> String {
    let text = "\(Int((share * 100).rounded())) %"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  private func showDue(_ due: [Int], _ context: Context) {
    let sum = due.reduce(0, +)
    guard sum > 0 else { return context.write([Line("Nothing is due in the next 30 days.")]) }
    context.write([Line("Due today \(due[0]), in the next 30 days \(sum)")])
    let labels = due.indices.map { $0 == 0 ? "today" : $0 == 29 ? "in 29 days" : "\($0)" }
    if context.screen.isInteractive {
      var view = RunView(screen: context.screen)
      view.add(.bars(Bars(name: "Cards a day", labels: labels, values: due.map { Float($0) })))
      context.output.write(view.result())
    } else {
      let days = due.indices.filter { due[$0] > 0 }.map { day in
        "\(day == 0 ? "today" : day == 1 ? "tomorrow" : "in \(day) days") \(due[day])"
      }
      context.write(BlockText(width: context.screen.measure).lines(days.joined(separator: ", ")))
    }
  }

  private func recall(_ bins: [ProgressReport.Recall]) -> [Line] {
    guard !bins.isEmpty else { return [] }
    return [Line("Predicted and measured recall", .bold)]
      + bins.map { bin in
        Line(
          String(
            format: "  expected %.2f, remembered %.2f of %d %@", bin.predicted, bin.measured, bin.reviews,
            bin.reviews == 1 ? "card" : "cards"))
      } + [""]
  }

  private func time(_ report: ProgressReport) -> [Line] {
    guard report.answers > 0 else { return ["No answers yet: `learn quiz` begins."] }
    let minutes = Int((report.seconds / 60).rounded(.up)), recent = Int((report.secondsInThirtyDays / 60).rounded(.up))
    var lines = [Line("\(report.answers) answers in \(minutes) min, \(recent) min of them in the last 30 days")]
    if report.streak > 1 { lines.append(Line("Practised on \(report.streak) days in a row", .faint)) }
    return lines
  }
}
