import Practice
import SpacedRepetition

/// A sitting of practice written down: what is asked in which order, what each answer was worth and when it comes back, what the
/// log has of it, and what is due in the days that follow.
struct Transcript {
  private(set) var text = ""
  private var log = MemoryLog()
  private let exercises = SampleExercises.all

  init() {
    sit(SampleExercises.now, isSure: true)
    writePlan(SampleExercises.now + 700)
    sit(SampleExercises.now + 86_400, isSure: false)
    takeBackAndSetAside(SampleExercises.now + 90_000)
    for days in [0, 1, 2, 10, 100] as [Int64] { writePlan(SampleExercises.now + 90_000 + days * 86_400) }
    for event in log.events { write(String(decoding: EventLine(event).bytes, as: UTF8.self)) }
    writeSchedulers()
  }

  private mutating func write(_ line: String) { text += line + "\n" }

  // MARK: A sitting

  /// What is planned, asked and answered: rightly and not, with hints and without.
  private mutating func sit(_ start: Int64, isSure: Bool) {
    var session = Session(plan(start).questions, of: exercises)
    var time = start
    while let question = session.next {
      time += 60
      let open = session.openNext(log.states)
      write("asked \(name(question.item)) shown \(list(open?.shown ?? [])) attempt \(open?.attempt ?? -1)")
      for answer in open?.cardAnswers(at: time, by: log.scheduler) ?? [] where question.isCard {
        write("  \(answer.name) in \(answer.interval) s")
      }
      if case .run? = open?.exercise.key {
        session.resolve(.choice(options: ["low", "high"], key: [false, true], isShuffled: false))
      }
      if !isSure, let hint = session.takeHint() { write("  hint \(hint)") }
      while session.isOpen, let response = response(to: session.open, at: time) {
        answer(response, isSure ? .sure : .guessed, &session, at: time)
      }
    }
    write("answered \(session.answered), cards \(session.cardCount)")
  }

  private mutating func answer(_ response: Response, _ confidence: Confidence, _ session: inout Session, at time: Int64)
  {
    do throws(ScoringError) {
      let submission = try session.submit(response, confidence: confidence, seconds: 7.1, knowsItems: false)
      let graded = session.confirm(submission, log.record(submission.contents, at: time))
      write("  mark \(graded.mark) hints \(graded.hints) back \(graded.comingBack): \(words(graded.verdict))")
      for answer in graded.recorded {
        let given = "“\(answer.answer.given)” \(answer.answer.mark) \(answer.answer.rating?.name ?? "unrated")"
        let memory = answer.after.card.memory.map { "S \($0.stability) D \($0.difficulty)" } ?? "no memory"
        write("    \(name(answer.answer.item)) \(given) due \(answer.due ?? 0) \(memory)")
      }
    } catch {
      write("  refused")
    }
  }

  /// Half of it right, whatever it is.
  private func response(to open: OpenQuestion?, at time: Int64) -> Response? {
    guard let open else { return nil }
    switch open.exercise.key {
    case .cards: return .rating(time % 120 == 0 ? .good : .again)
    case .sorting(_, let key):
      if let part = open.question.part { return .bucket(key[part]) }
      guard let attempt = open.sorting, let item = attempt.current else { return .buckets([]) }
      return .bucket(attempt.answered == 1 ? nil : attempt.answered == 2 ? 1 - key[item] : key[item])
    case .ordering(let count): return .places(Array(0..<count))
    case .listing: return .places([1, 0, 3])
    case .choice(let options, let key, _):
      var places: [Int] = []
      for place in 0..<options.count where key[open.shown[place]] || place == 0 { places.append(place) }
      return .places(places)
    case .quantity: return .quantity(QuantityReading(time % 120 == 0 ? "0,505 ｎａｔｓ" : "1/3 bits"))
    case .gaps: return .words(open.question.part == nil ? ["  Ｃlass. ", "modéll"] : ["Modell"])
    case .run: return nil
    }
  }

  private mutating func takeBackAndSetAside(_ time: Int64) {
    let later = time + 100 * 86_400
    let plan = PracticePlan(exercises: exercises, kinds: [.cards], states: log.states, hidden: log.hidden, now: later)
    var session = Session(plan.questions, of: exercises)
    session.openNext(log.states)
    answer(.rating(.hard), .fairlySure, &session, at: time)
    session.openNext(log.states)
    if let attempt = log.undo(at: time + 1) {
      session.tookBack(attempt, isOfThisSitting: true)
      write("took back \(name(attempt.item)), next \(session.next.map { name($0.item) } ?? "nothing")")
    }
    session.openNext(log.states)
    if let content = session.setAside(until: LogEvent.forGood) { _ = log.record([content], at: time + 2) }
    session.openNext(log.states)
    if let content = session.bringBack() { _ = log.record([content], at: time + 3) }
    write("next \(session.next.map { name($0.item) } ?? "nothing"), answered \(session.answered)")
  }

  // MARK: What is due

  private func plan(_ time: Int64) -> PracticePlan {
    PracticePlan(exercises: exercises, states: log.states, hidden: log.hidden, now: time)
  }

  private mutating func writePlan(_ time: Int64) {
    let plan = plan(time)
    var names = ""
    for question in plan.questions { names += " " + name(question.item) }
    write("at \(time) due \(plan.dueCount) of \(plan.questions.count):\(names)")
    for soon in plan.comingSoon { write("  soon \(soon)") }
    var forecast = Forecast(dayEnds: [time + 86_400, time + 172_800, time + 864_000])
    for exercise in exercises {
      for item in exercise.items {
        let card = log.states[item]?.card ?? .new
        if let scheduled = ScheduledItem(item, card, hiddenUntil: log.hidden[item]) { forecast.add(scheduled) }
      }
    }
    let mastery = Mastery(of: exercises, log.states, scheduler: log.scheduler, at: time)
    write("  forecast \(list(forecast.counts)) share \(mastery.share) recall \(mastery.recall)")
  }

  /// Every scheduler's intervals for cards that were answered in all ways.
  private mutating func writeSchedulers() {
    for settings in [["0.9", "1m 10m", "yes"], ["0.83", "none", "no"], ["0.97", "30s 2h 1d", "yes"]] {
      let scheduler = Scheduler.chosen { (setting: Setting) -> String? in
        switch setting {
        case .desiredRetention: settings[0]
        case .learningSteps: settings[1]
        case .spread: settings[2]
        case .parameters, .relearningSteps, .newCards, .reviews, .dayBegins: nil
        }
      }
      var card = CardState.new
      var time = SampleExercises.now
      for rating in [Rating.good, .good, .again, .hard, .good, .easy] {
        card = scheduler.review(card, rating, at: time, card: 7)
        write(
          "\(rating.name) due in \((card.due ?? time) - time), recalled then \(scheduler.retrievability(card, at: card.due ?? time))"
        )
        time = card.due ?? time
      }
    }
  }

  // MARK: Words

  private func name(_ item: ItemID) -> String { item.isWhole ? item.exercise : "\(item.exercise)/\(item.item)" }

  private func list(_ numbers: [Int]) -> String {
    var text = ""
    for number in numbers { text += text.isEmpty ? "\(number)" : ",\(number)" }
    return text
  }

  private func words(_ verdict: Verdict) -> String {
    switch verdict {
    case .card: return "card"
    case .item(let chosen, let right): return "item \(chosen ?? -1) of \(right)"
    case .sorting(let score, let chosen, let right):
      var places: [Int] = []
      for bucket in chosen { places.append(bucket ?? -1) }
      return
        "sorting \(score.right)+\(score.wrong)+\(score.blank) \(list(places)) of \(list(right)) \(list(score.confusion.counts))"
    case .ordering(let score?):
      return "ordering \(score.tau) \(list(score.ordered)) \(list(score.misplaced)) \(score.misplacedPair?.first ?? -1)"
    case .listing(let score?):
      return "listing \(list(score.missing)) \(list(score.distractors)) \(list(score.misplaced))"
    case .choice(let score): return "choice \(score.right)+\(score.wrong)+\(score.missed)"
    case .quantity(let score?): return "quantity \(score.isWithinTolerance ? "within" : "beyond") \(score.mark)"
    case .gaps(let isRight, let score):
      var gaps = ""
      for gap in isRight { gaps += gap.map { $0 ? "+" : "-" } ?? "·" }
      return "gaps \(gaps) \(score.mark)"
    case .ordering(nil), .listing(nil), .quantity(nil): return "left out"
    }
  }
}
