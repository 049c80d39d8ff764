import Course
import Foundation
import Practice
import Progress
import Terminal
import Workspace

/// The conversation over a session of practice: asks what comes next, shows it, reads a response, has it recorded, and only
/// then says what it was worth and when it comes back.
final class QuizRun {
  let context: Context
  let console: Console
  let runs: ExerciseRuns
  var session: Session
  private let store: ProgressStore
  private let exercises: [(lesson: Lesson, exercise: Exercise)]

  /// - Parameter lessons: those of which the plan was made.
  init(
    context: Context, store: ProgressStore, _ questions: some Sequence<Question>, of lessons: [Lesson],
    asksConfidence: Bool = false
  ) {
    self.context = context
    self.store = store
    console = Console(context.screen, asksConfidence: asksConfidence, write: context.output.write)
    runs = ExerciseRuns(
      requireTrust: { try context.requireTrust(mayAsk: true) }, runner: context.recordReader)
    session = Session(questions, of: lessons.flatMap(\.practice))
    exercises = lessons.flatMap { lesson in lesson.exercises.map { (lesson, $0) } }
  }

  var time: Int64 { Int64(Date().timeIntervalSince1970) }

  func run() async throws {
    let watched = Interruption.watch() + [Interruption.watchWindow()]
    defer { watched.forEach { $0.cancel() } }
    var reason: Console.ExitReason?
    do {
      var previous: Question?
      while let question = session.next {
        if previous != nil { console.show([""]) }
        try await ask(question, isOfSameDeck: question.isCard && previous?.exercise == question.exercise)
        previous = question
        if console.usesKeys, session.isAnswered, !question.isCard, session.next != nil, try console.pause() {
          try undo()
        }
      }
    } catch let exit as Console.ExitReason {
      reason = exit
      console.show(["", Line(exit == .endOfInput ? "The input ended here." : "Until next time.", .faint)])
    }
    console.show([""])
    try sayWhatComesSoon()
    console.say("\(session.answered) \(session.answered == 1 ? "answer" : "answers") kept.")
    if reason == .interrupt { throw CancellationError() }
  }

  private func ask(_ question: Question, isOfSameDeck: Bool) async throws {
    let (lesson, exercise) = exercises[question.exercise]
    session.openNext(try store.states(of: [exercise.id]))
    var head = QuestionHead(exercise, part: question.part)
    if !question.isCard, session.count > 1 { head.place = "\(session.number) of \(session.count)" }
    console.head = head
    console.show((isOfSameDeck ? [] : head.title(console.text)) + head.prompt(console.text))
    guard try await showRuns(of: exercise, in: lesson) else { return }
    console.show(try form(exercise)?.introduction(console.text) ?? [])
    while session.isOpen, var form = try form(exercise) {
      let start = ContinuousClock.now
      switch try reply(to: &form) {
      case .answer(let response, let confidence):
        let submission = try session.submit(
          response, confidence: confidence, seconds: start.duration(to: .now) / .seconds(1),
          knowsItems: !exercise.isMarkedByItem || KnownItems.names(of: exercise, in: store) != nil)
        let now = time
        // What comes of it may be said only once it is on disk.
        let recorded = try store.record(submission.contents, at: now, session: context.session)
        console.show(form.verdict(GradeText(session.confirm(submission, recorded), console.text, at: now)))
      case .command(let command): try carryOut(command)
      }
    }
    sayWhatWasRun(exercise, of: lesson)
  }

  private func reply(to form: inout any AnswerForm) throws -> AnswerReply {
    do throws(Console.ExitReason) {
      return try form.ask(on: console, hint: { self.session.takeHint() })
    } catch {
      guard case .command(let command) = error else { throw error }
      return .command(command)
    }
  }

  private func form(_ exercise: Exercise) throws -> (any AnswerForm)? {
    guard let open = session.open else { return nil }
    guard case .cards(let cards) = exercise.content, let part = open.question.part else {
      return console.head?.form(open, usesKeys: console.usesKeys)
    }
    return CardForm(
      cards[part], number: "\(session.number) of \(session.count)",
      answers: open.cardAnswers(at: time, by: store.scheduler),
      ownWords: try store.settingInCourse(CourseNote.ownWords(open.question.item)) ?? "")
  }

  private func record(_ content: LogEvent.Content) throws {
    try store.record([content], at: time, session: context.session)
  }

  private func sayWhatComesSoon() throws {
    let hour = time + 3600
    let items = context.items
    let soon = try store.due(at: hour).count { items.contains($0.item) }
    guard session.answered > 0, soon > 0 else { return }
    console.say("\(soon) \(soon == 1 ? "comes" : "come") back within the hour: `learn quiz`.")
  }

  // MARK: Commands

  private func carryOut(_ command: CardCommand) throws {
    switch command {
    case .bury:
      try setAside(until: store.studyDay.start(of: time, daysLater: 1))
      console.say("Not today: it comes back tomorrow.")
    case .suspend:
      try setAside(until: LogEvent.forGood)
      console.say("Set aside. `learn progress aside` shows what is, and brings it back.")
    case .edit: try edit()
    case .undo: try undo()
    case .redo: try redo()
    }
  }

  private func setAside(until time: Int64) throws {
    if let content = session.setAside(until: time) { try record(content) }
  }

  /// Asks for the learner's own words for the back of a card; the log keeps every version.
  private func edit() throws {
    guard let item = session.open?.question.item else { return }
    console.say("In your own words (Enter alone: the lesson's only):")
    let line = try console.line("> ", hint: { session.takeHint() })
    let words = line.trimmingCharacters(in: .whitespaces)
    try store.setInCourse(CourseNote.ownWords(item), to: words, at: time, session: context.session)
    console.say(words.isEmpty ? "The card is as the lesson has it." : "Kept beside the lesson's words.")
  }

  /// Takes the last answer back, with all its items, and asks again what it was about.
  private func undo() throws {
    if let content = session.bringBack(), case .hiding(let item, _) = content {
      try record(content)
      return console.say("Back again: \(context.name(of: item)).")
    }
    // That of this sitting, whatever the clock of another machine says; else that of an earlier one.
    let own = try store.recentAttempts().first { $0.answer.session == context.session }
    if own == nil, let earlier = try store.recentAttempts().first {
      let name = context.description(of: earlier.answer)
      guard try isWanted("That was an answer of an earlier sitting: \(name). Take it back?") else { return }
    }
    guard let attempt = try store.undo(own?.id, at: time, session: context.session) else {
      return console.say("There is no answer to take back.")
    }
    console.say("Taken back: \(context.description(of: attempt.answer)).")
    session.tookBack(attempt, isOfThisSitting: attempt.answer.session == context.session)
  }

  /// Gives an answer again that was taken back a moment ago.
  private func redo() throws {
    guard let attempt = try store.redo() else { return console.say("Nothing was taken back since the last answer.") }
    console.say("Given again: \(context.description(of: attempt.answer)).")
    session.gaveAgain(attempt, isOfThisSitting: attempt.answer.session == context.session)
  }

  private func isWanted(_ question: String) throws(Console.ExitReason) -> Bool {
    console.say(question + " [y/n]")
    guard console.usesKeys else { return try console.words("> ").lowercased().hasPrefix("y") }
    return try console.isConfirmed()
  }
}
