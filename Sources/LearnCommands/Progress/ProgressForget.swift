import ArgumentParser
import Course
import Foundation
import Messages
import Practice
import Progress
import Terminal

struct ProgressForget: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Forget a lesson, an exercise or a time; without them erase everything, in every course.",
    discussion: """
      Of a lesson, an exercise or a time, answers count no longer, as if they had been taken back one by one. Without any of \
      them all is erased, from the disk too, and nothing brings it back but a backup or an export that was made before.
      """)

  @Option(help: "Only a lesson, by its number or id: its answers, and your place in it.")
  var lesson: String?

  @Option(help: "Only an exercise, by its id.")
  var exercise: String?

  @Option(help: ArgumentHelp("Only what was answered on this day or later, as 2026-11-30.", valueName: "day"))
  var since: String?

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    guard lesson == nil, exercise == nil, since == nil else { return try forgetPart(in: context) }
    let store = try context.openLog()
    let question = "Every answer and every place, in every course, will be erased."
    guard try isConfirmed(question, "`learn progress forget` erases every answer in every course", context) else {
      return context.write(["Nothing was erased."])
    }
    let kept = try store.forget()
    let copies =
      switch kept {
      case 0: "."
      case 1: ", and with it the file that `learn progress restore` had kept."
      default: ", and with it the \(kept) files that `learn progress restore` had kept."
      }
    context.write([
      Line("Every answer, place and setting is erased\(copies)"),
      Line("Backups and exports that you made are where you put them.", .faint),
    ])
  }

  private func forgetPart(in context: Context) throws {
    let store = try context.openProgressToRecord()
    let lesson = try lesson.map { try context.course.lesson(named: $0) }
    let exercises = try exercises(of: lesson, in: context.course)
    let start = try since.map { try Self.start(of: $0) } ?? 0
    let part = try store.forget(exercises: exercises, from: start, isTrial: true, at: context.now)
    let hasPlace = lesson != nil && start == 0 && exercise == nil
    let place = try hasPlace ? lesson.flatMap { try store.position(of: $0.id)?.section } ?? 0 : 0
    guard !part.isEmpty || place > 0 else { return context.write(["There is nothing of that to forget."]) }
    let words = Self.words(part, place > 0 ? lesson : nil)
    let what = "\(words) will count no longer"
    guard try isConfirmed(what.prefix(1).uppercased() + what.dropFirst() + ".", what, context) else {
      return context.write(["Nothing was forgotten."])
    }
    try store.forget(exercises: exercises, from: start, at: context.now, session: context.session)
    if place > 0, let lesson { try context.forgetPlace(of: lesson, in: store) }
    context.write(
      BlockText(width: context.screen.measure).lines(
        "Forgotten: \(words). The log keeps them, and nothing counts them."))
  }

  private func exercises(of lesson: Lesson?, in course: Course) throws -> Set<String>? {
    let all = (lesson.map { [$0] } ?? course.lessons).flatMap(\.exercises).map(\.id)
    guard let exercise else { return lesson == nil ? nil : Set(all) }
    guard all.contains(exercise) else {
      throw UnknownName(
        kind: .exercise, name: exercise, known: all, suggestion: Suggestion.closest(to: exercise, in: all))
    }
    return [exercise]
  }

  /// The first second of a day, here.
  private static func start(of day: String) throws -> Int64 {
    let numbers = day.split(separator: "-").compactMap { Int($0) }
    let parts = DateComponents(
      year: numbers.first, month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
    let calendar = Calendar(identifier: .gregorian)
    guard numbers.count == 3, day.count == 10, let date = calendar.date(from: parts),
      calendar.dateComponents([.year, .month, .day], from: date) == parts
    else {
      throw Failure("`--since \(day)` is no day", help: "for example `--since 2026-11-30`", status: .usage)
    }
    return Int64(date.timeIntervalSince1970)
  }

  private static func words(_ part: ForgottenPart, _ lesson: Lesson?) -> String {
    func count(_ number: Int, _ name: String) -> String { "\(number) \(name)\(number == 1 ? "" : "s")" }
    var parts: [String] = []
    if part.answers > 0 { parts.append("\(count(part.answers, "answer")) to \(count(part.items, "item"))") }
    if part.hidden > 0 {
      parts.append("that \(count(part.hidden, "item")) \(part.hidden == 1 ? "is" : "are") set aside")
    }
    if let lesson { parts.append("your place in “\(lesson.title)”") }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// - Parameter consequence: what happens, where nobody can be asked.
  private func isConfirmed(_ question: String, _ consequence: String, _ context: Context) throws -> Bool {
    if yes { return true }
    guard context.screen.isInteractive else {
      throw Failure(
        "\(consequence), and nobody is here to be asked",
        help: "say `--yes` as well; `learn progress backup FILE` keeps a copy first", status: .usage)
    }
    context.output.write("\(question) Type `forget` to do it: ")
    guard case .line(let answer) = LineReader.next() else { return false }
    return answer.trimmingCharacters(in: .whitespaces).lowercased() == "forget"
  }
}
