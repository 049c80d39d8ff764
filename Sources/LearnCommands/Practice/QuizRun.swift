import Events
import Course
import Figures
import Foundation
import Markup
import Practice
import Progress
import Scoring
import SpacedRepetition
import Terminal

/// Asks one thing after another, keeps each answer at once, and says why it is right or wrong.
final class QuizRun {
  let app: App
  let store: ProgressStore
  let asksConfidence: Bool
  let lines = LineReader()
  let runs: ExerciseRuns
  private var waiting: [Question] = []
  private var answered = 0
  /// What was done, for `undo` to take back and ask again, the latest last.
  private var steps: [(question: Question, isSetAside: Bool)] = []
  /// Whether an answer to the question of now was kept.
  private var isAnswered = false
  /// Whether the card of now was set aside or buried instead.
  private var isSetAside = false
  private var numberOfCard = 0
  /// Exercises that were answered in this run.
  private var practised: Set<String> = []

  /// Why the quiz ends before its last question.
  enum Leaving: Error {
    case endOfInput, wish, interrupt
  }

  init(app: App, store: ProgressStore, asksConfidence: Bool) {
    self.app = app
    self.store = store
    self.asksConfidence = asksConfidence
    runs = ExerciseRuns(app: app)
  }

  /// The window may have got another size.
  var screen: Screen { usesKeys ? Screen.current(plain: false) : app.screen }

  /// Whether single keys are read.
  var usesKeys: Bool { app.screen.isInteractive }

  func run(_ questions: [Question]) async throws {
    waiting = questions
    let cards = questions.count(where: \.isCard)
    let watched = Interruption.watch() + [Interruption.watchWindow()]
    defer { watched.forEach { $0.cancel() } }
    var leaving: Leaving?
    do {
      var previous: Question?
      while !waiting.isEmpty {
        let question = waiting.removeFirst()
        if previous != nil { app.write([""]) }
        if question.isCard { numberOfCard += 1 }
        (isAnswered, isSetAside) = (false, false)
        try await ask(question, after: previous, number: numberOfCard, of: max(cards, numberOfCard))
        if isAnswered || isSetAside { steps.append((question, isSetAside)) }
        previous = question
        if usesKeys, isAnswered, !question.isCard, !waiting.isEmpty { try pause() }
      }
    } catch let reason as Leaving {
      leaving = reason
      app.write(["", Line(reason == .endOfInput ? "The input ended here." : "Until next time.", .faint)])
    }
    app.write([""])
    try sayWhatComesSoon()
    say("\(answered) \(answered == 1 ? "answer" : "answers") kept.")
    if leaving == .interrupt { throw CancellationError() }
  }

  private func ask(_ question: Question, after previous: Question?, number: Int, of count: Int) async throws {
    let exercise = question.exercise
    if !question.isCard || !(previous?.isCard ?? false) || previous?.exercise.id != exercise.id {
      app.write(titleLines(exercise))
    }
    let attempt = try store.state(of: exercise.whole)?.answers ?? 0
    var asking = Asking(question, attempt: attempt)
    switch question.subject {
    case .card(let card): return try ask(card, &asking, number: number, of: count)
    case .item(let item, let bucket): return try ask(item, bucket, &asking)
    case .blank(let index):
      write(exercise.prompt)
      return try ask(blank: index, &asking)
    case .whole: break
    }
    app.write(promptLines(asking))
    switch exercise.content {
    case .sort(let buckets): try ask(sort: buckets, &asking)
    case .order(let items): try ask(order: items, &asking)
    case .choose(let options): try ask(choose: options, &asking)
    case .number(let quantity): try ask(number: quantity, answer: quantity.text(), &asking)
    case .cloze(let cloze): try ask(cloze, &asking)
    case .parsons(let listing): try ask(listing, &asking)
    case .predict(let prediction): try await ask(prediction, &asking)
    case .diagnose(let diagnosis): try await ask(diagnosis, &asking)
    case .cards: break
    }
  }

  /// Takes the last answer back, with all its items, and asks again what it was about.
  func undo(asking current: Question) throws {
    if let step = steps.last, step.isSetAside {
      try store.hide(step.question.item, until: 0, at: time, session: app.session)
      say("Back again: \(app.name(of: step.question.item)).")
      return askAgain(step.question, before: current)
    }
    // That of this sitting, whatever the clock of another machine says; else that of an earlier one.
    let own = try store.recentAttempts().first { $0.answer.session == app.session }
    guard let attempt = try store.undo(own?.id, at: time, session: app.session) else {
      return say("There is no answer to take back.")
    }
    say("Taken back: \(app.description(of: attempt.answer)).")
    // It may be one of an earlier sitting.
    if attempt.answer.session == app.session { answered -= attempt.count }
    askAgain(steps.last?.question.item == attempt.item ? steps.last?.question : nil, before: current)
  }

  private func askAgain(_ question: Question?, before current: Question) {
    let again = [question, current].compactMap { $0 }
    if question != nil { steps.removeLast() }
    waiting = again + waiting
    numberOfCard -= again.count(where: \.isCard)
  }

  /// Keeps a card from coming up before `until`.
  func setAside(_ item: ItemID, until: Int64) throws {
    try store.hide(item, until: until, at: time, session: app.session)
    isSetAside = true
  }

  var time: Int64 { Int64(Date().timeIntervalSince1970) }

  // MARK: Keeping

  /// Keeps what was answered at once. Only what this returns may be told: it is on disk.
  ///
  /// - Parameter sum: the mark of the whole, which sums up answers that the learner gave.
  func keep(_ answers: [Answer], sum: Answer? = nil, of exercise: Exercise) throws -> [KeptAnswer] {
    if exercise.isMarkedByItem, practised.insert(exercise.id).inserted,
      try KnownItems.names(of: exercise, in: store) == nil
    {
      try KnownItems.note(exercise, in: store, at: time, session: app.session)
    }
    let kept = try store.record(
      answers + [sum].compactMap { $0 }, at: time, session: app.session, setsAside: Self.isLeech)
    isAnswered = true
    answered += answers.count
    return kept
  }

  private func sayWhatComesSoon() throws {
    let hour = time + 3600
    let items = app.items
    let soon = try store.due(at: hour).count { items.contains($0.item) }
    guard answered > 0, soon > 0 else { return }
    say("\(soon) \(soon == 1 ? "comes" : "come") back within the hour: `learn quiz`.")
  }
}

extension Question {
  var isCard: Bool { if case .card = subject { true } else { false } }
}

/// One question while it is asked.
struct Asking {
  let question: Question
  let seed: UInt64
  var hints: ArraySlice<[Block]>
  private let stopwatch = Stopwatch()
  var confidence: Confidence?
  /// What was shown to be asked about.
  var shown: [Recording] = []

  init(_ question: Question, attempt: Int) {
    self.question = question
    seed = Shuffle.seed(of: question.exercise.id, attempt: attempt)
    hints = question.exercise.hints[...]
  }

  /// The same where hints are counted on the whole, and not on each item.
  var withoutHints: Asking {
    var asking = self
    asking.hints = question.exercise.hints[...]
    return asking
  }

  var hintsUsed: Int { question.exercise.hints.count - hints.count }
  var seconds: Double { stopwatch.seconds }
}

/// How long something takes, whatever is done to the clock meanwhile.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
