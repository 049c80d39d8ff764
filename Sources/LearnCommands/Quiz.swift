import ArgumentParser
import Course
import Practice
import Terminal

struct Quiz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Practise: sorting exercises, cards and questions, what is due first.",
    discussion: """
      Answers may be piped in, a line each. Every answer is kept as soon as it is confirmed; leave whenever you like.
      """)

  @Option(help: "The number or id of a lesson, in place of all up to the one that you are at.")
  var lesson: String?

  @Option(help: "Only exercises of this kind: sort, cards, choose, order or number.")
  var kind: [ExerciseKind] = []

  @Option(help: "How many exercises and cards at the most.")
  var limit: Int?

  @OptionGroup var options: CommonOptions

  func run() async throws {
    if let limit, limit < 1 {
      throw Failure("`--limit \(limit)` leaves nothing to ask", help: "give a number above zero", status: .usage)
    }
    let app = try App(options)
    let store = try app.openProgress()
    let lessons = try lesson.map { [try app.lesson(named: $0)] } ?? app.lessonsToPractise(store)
    let plan = try PracticePlan(
      lessons: lessons, kinds: Set(kind.map(\.kind)), limit: limit ?? .max, store: store, now: app.now)
    if plan.tasks.isEmpty { return app.write(["There is nothing to practise here."]) }
    if plan.isRepetition { app.write([Line("Nothing is due; here is what you know, once more.", .faint), ""]) }
    var quiz = QuizRun(app: app, store: store)
    try quiz.run(plan.tasks)
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
