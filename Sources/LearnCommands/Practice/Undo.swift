import ArgumentParser
import Foundation
import Messages
import Practice
import Progress
import Terminal

struct Undo: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last answer, or any of the last 20.",
    discussion: """
      `learn undo 3` takes back the third of those that `learn undo --list` shows. An exercise that was answered item by \
      item is taken back as a whole. The log keeps both.
      """)

  @Argument(help: "Which answer: 1 is the last one.")
  var number = 1

  @Flag(help: "Only show the answers that can be taken back.")
  var list = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    let store = try list ? context.progressToRead().store : context.openProgressToRecord()
    let recent = try store.recentAttempts()
    guard !recent.isEmpty else {
      return context.write([list ? "There is no answer yet." : "There is no answer to take back."])
    }
    if list { return context.write(recent.enumerated().flatMap { Self.lines($0 + 1, $1, context) }) }
    guard recent.indices.contains(number - 1) else {
      throw Failure(
        "there is no answer \(number) to take back",
        help: "choose from 1 to \(recent.count); `learn undo --list` shows them", status: .usage)
    }
    let attempt = recent[number - 1]
    try store.undo(attempt.id, at: context.now, session: context.session)
    context.write(
      BlockText(width: context.screen.measure).lines("Taken back: \(context.description(of: attempt.answer))."))
    let rest = recent.filter { $0.id != attempt.id }.prefix(3)
    guard !rest.isEmpty else { return }
    context.write([Line("The last answers are now (`learn undo 2` takes back the second):", .faint)])
    context.write(rest.enumerated().flatMap { Self.lines($0 + 1, $1, context) })
  }

  private static func lines(_ number: Int, _ attempt: Attempt, _ context: Context) -> [Line] {
    let time = Date(timeIntervalSince1970: TimeInterval(attempt.answer.at))
    let style = Date.FormatStyle(locale: Locale(identifier: "en_GB")).day().month(.abbreviated).hour().minute()
    let place = "\(String(repeating: " ", count: number < 10 ? 1 : 0))\(number)  "
    let moment = "\(time.formatted(style))  "
    let indent = place.columns + moment.columns
    let words = BlockText(width: context.screen.measure - indent).lines(context.description(of: attempt.answer))
    return words.enumerated().map { index, line in
      Line(index == 0 ? [Span(place, .bold), Span(moment, .faint)] : [Span(String(repeating: " ", count: indent))])
        + line
    }
  }
}
