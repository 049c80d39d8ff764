import Workspace
import Events
import Course
import Figures
import Foundation
import Practice
import Progress
import SpacedRepetition
import Terminal

/// The conversation over a session of practice: asks one thing after another, records each answer at once, and says why
/// it is right or wrong.
final class QuizRun {
  let context: Context
  let store: ProgressStore
  let asksConfidence: Bool
  let lines = LineReader()
  let runs: ExerciseRuns
  var session: Session
  /// How sure the learner is of the answer to the question of now, where that was said.
  var confidence: Confidence?
  /// What was shown to be asked about.
  var shown: [Recording] = []
  private let exercises: [(lesson: Lesson, exercise: Exercise)]
  private var stopwatch = Stopwatch()

  /// Why the quiz ends before its last question.
  enum ExitReason: Error {
    case endOfInput, wish, interrupt
  }

  /// - Parameter lessons: those of which the plan was made.
  init(
    context: Context, store: ProgressStore, _ questions: some Sequence<Question>, of lessons: [Lesson],
    asksConfidence: Bool = false
  ) {
    self.context = context
    self.store = store
    self.asksConfidence = asksConfidence
    runs = ExerciseRuns(
      requireTrust: { try context.requireTrust(mayAsk: true) }, runner: context.recordReader)
    session = Session(questions, of: lessons.flatMap(\.practice))
    exercises = lessons.flatMap { lesson in lesson.exercises.map { (lesson, $0) } }
  }

  /// The window may have got another size.
  var screen: Screen { usesKeys ? Screen.current(plain: false) : context.screen }

  /// Whether single keys are read.
  var usesKeys: Bool { context.screen.isInteractive }

  var time: Int64 { Int64(Date().timeIntervalSince1970) }

  func run() async throws {
    let watched = Interruption.watch() + [Interruption.watchWindow()]
    defer { watched.forEach { $0.cancel() } }
    var reason: ExitReason?
    do {
      var previous: Question?
      while let question = session.next {
        if previous != nil { context.write([""]) }
        let (lesson, exercise) = exercises[question.exercise]
        session.openNext(try store.states(of: [exercise.id]))
        (confidence, shown, stopwatch) = (nil, [], Stopwatch())
        if !question.isCard || previous?.exercise != question.exercise { context.write(titleLines(exercise)) }
        try await ask(question, exercise, of: lesson)
        previous = question
        if usesKeys, session.isAnswered, !question.isCard, session.next != nil { try pause() }
      }
    } catch let exit as ExitReason {
      reason = exit
      context.write(["", Line(exit == .endOfInput ? "The input ended here." : "Until next time.", .faint)])
    }
    context.write([""])
    try sayWhatComesSoon()
    say("\(session.answered) \(session.answered == 1 ? "answer" : "answers") kept.")
    if reason == .interrupt { throw CancellationError() }
  }

  private func ask(_ question: Question, _ exercise: Exercise, of lesson: Lesson) async throws {
    switch (exercise.content, question.part) {
    case (.cards(let cards), let part?): return try ask(cards[part], question.item, exercise)
    case (.sort(let buckets), let part?): return try ask(buckets.flatMap(\.items)[part], of: buckets, exercise)
    case (.cloze(let cloze), let part?):
      write(exercise.prompt)
      return try ask(blank: part, of: cloze, exercise)
    default: break
    }
    context.write(promptLines(exercise))
    switch exercise.content {
    case .sort(let buckets): try ask(sort: buckets, exercise)
    case .order(let items): try ask(order: items, exercise)
    case .choose(let options): try ask(choose: options, exercise)
    case .number(let quantity): try ask(number: quantity, answer: quantity.text(), exercise)
    case .cloze(let cloze): try ask(cloze, exercise)
    case .parsons(let listing): try ask(listing, exercise)
    case .predict(let prediction): try await ask(prediction, exercise, of: lesson)
    case .diagnose(let diagnosis): try await ask(diagnosis, exercise, of: lesson)
    case .cards: break
    }
  }

  private func sayWhatComesSoon() throws {
    let hour = time + 3600
    let items = context.items
    let soon = try store.due(at: hour).count { items.contains($0.item) }
    guard session.answered > 0, soon > 0 else { return }
    say("\(soon) \(soon == 1 ? "comes" : "come") back within the hour: `learn quiz`.")
  }

  // MARK: Recording

  /// Records an answer to the question of now. Only what this returns may be told: it is on disk.
  ///
  /// - Parameter seconds: those since the question was asked, where nothing else is given.
  func record(_ response: Response, _ exercise: Exercise, seconds: Double? = nil) throws -> GradedAnswer {
    let submission = try session.submit(
      response, confidence: confidence, seconds: seconds ?? stopwatch.seconds,
      knowsItems: !exercise.isMarkedByItem || KnownItems.names(of: exercise, in: store) != nil)
    return session.confirm(submission, try record(submission.contents))
  }

  @discardableResult
  private func record(_ contents: [LogEvent.Content]) throws -> [RecordedAnswer] {
    try store.record(contents, at: time, session: context.session)
  }

  /// Keeps the card of now from coming up before `until`.
  func setAside(until: Int64) throws {
    if let content = session.setAside(until: until) { try record([content]) }
  }

  /// Takes the last answer back, with all its items, and asks again what it was about.
  func undo() throws {
    if let content = session.bringBack(), case .hiding(let item, _) = content {
      try record([content])
      return say("Back again: \(context.name(of: item)).")
    }
    // That of this sitting, whatever the clock of another machine says; else that of an earlier one.
    let own = try store.recentAttempts().first { $0.answer.session == context.session }
    guard let attempt = try store.undo(own?.id, at: time, session: context.session) else {
      return say("There is no answer to take back.")
    }
    say("Taken back: \(context.description(of: attempt.answer)).")
    session.tookBack(attempt, isOfThisSitting: attempt.answer.session == context.session)
  }
}

/// How long something takes, whatever is done to the clock meanwhile.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
