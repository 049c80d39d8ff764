import ArgumentParser
import Course
import Messages
import Practice
import Progress
import Terminal

struct Quiz: CourseCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Practise: exercises, questions and cards, what is due first.",
    discussion: """
      Lessons and kinds come mixed. Answers may be piped in, a line each. Every answer is kept as soon as it is \
      confirmed; leave whenever you like. What was wrong comes back.
      """)

  @Option(help: "The number or id of a lesson, in place of all up to the one that you are at.")
  var lesson: String?

  @Option(help: "Only exercises of this kind.")
  var kind: [ExerciseKind] = []

  @Option(help: "How many exercises and cards at the most.")
  var limit: Int?

  @Flag(help: "Ask what is not due yet as well, behind what is: the soonest first.")
  var ahead = false

  @Flag(help: "Ask how sure you are: it changes when something comes back, never the score.")
  var confidence = false

  @OptionGroup var options: CommonOptions

  func run(in context: Context) async throws {
    if let limit, limit < 1 {
      throw Failure("`--limit \(limit)` leaves nothing to ask", help: "give a number above zero", status: .usage)
    }
    let store = try context.openProgressToRecord()
    let left = try store.remaining(of: store.dailyLimits, at: context.now, in: store.studyDay)
    let kinds = Set(kind.map(\.kind)), limit = limit ?? .max
    let lessons = try lesson.map { [try context.lesson(named: $0)] } ?? context.course.lessons
    let plan =
      if lesson != nil {
        try store.plan(
          lessons.flatMap(\.practice), kinds: kinds, limit: limit, isAhead: ahead, left: left, now: context.now)
      } else {
        try context.practicePlan(store, kinds: kinds, limit: limit, isAhead: ahead, left: left)
      }
    let quiz = QuizRun(context: context, store: store, plan.questions, of: lessons, asksConfidence: confidence)
    let soon = comingSoon(plan, quiz)
    if plan.questions.isEmpty { return context.write(nothing(plan, soon, kinds, context)) }
    if plan.isRepetition {
      let words = soon.map { "\($0) Here is what you know, once more." }
      quiz.console.say(words ?? "Nothing is due; here is what you know, once more.")
      context.write([""])
    }
    try await quiz.run()
  }

  /// A sentence about what was answered just now and comes back soon; `nil` where there is none.
  private func comingSoon(_ plan: PracticePlan, _ quiz: QuizRun) -> String? {
    guard let first = plan.comingSoon.first else { return nil }
    let count = plan.comingSoon.count
    let words = count == 1 ? "one comes back" : "\(count) come back within the hour, the first"
    return "Nothing is due: \(words) in \(DurationText.words(first - quiz.time))."
  }

  private func nothing(
    _ plan: PracticePlan, _ soon: String?, _ kinds: Set<Exercise.Kind>, _ context: Context
  ) -> [Line] {
    let (new, reviews) = (plan.postponed.newCards, plan.postponed.reviews)
    guard new + reviews > 0 else {
      if let soon {
        return [Line(soon), Line("`learn quiz --ahead\(context.courseWords)` asks it now.", .faint)]
      }
      return [Line("There is nothing to practise here.")] + elsewhere(kinds, context)
    }
    return [
      "You have done what you set yourself for today.",
      Line("\(new) new and \(reviews) due \(new + reviews == 1 ? "card waits" : "cards wait") for tomorrow.", .faint),
      Line("`learn progress settings` changes how many a day has.", .faint),
    ]
  }
}

extension Quiz {
  /// The lessons that have something of these kinds.
  private func elsewhere(_ kinds: Set<Exercise.Kind>, _ context: Context) -> [Line] {
    let lessons = context.course.lessons.filter { lesson in
      lesson.exercises.contains { kinds.isEmpty || kinds.contains($0.kind) }
    }
    guard let first = lessons.first else { return [] }
    let numbers = lessons.map { "\($0.number)" }.joined(separator: ", ")
    let command = "learn quiz --lesson \(first.number)" + kind.map { " --kind \($0.kind.rawValue)" }.joined()
    let place = lessons.count == 1 ? "Lesson \(numbers) has some" : "Lessons \(numbers) have some"
    return [Line("\(place): `\(command)\(context.courseWords)`.", .faint)]
  }
}

/// A kind of exercise as the command line names it.
struct ExerciseKind: ExpressibleByArgument {
  let kind: Exercise.Kind

  init?(argument: String) {
    guard let kind = Exercise.Kind(rawValue: argument.lowercased()) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { Exercise.Kind.allCases.map { $0.rawValue } }
}
