import GRDB
import SpacedRepetition

extension ItemID {
  init(row: Row) throws {
    try self.init(exercise: row.decode(forColumn: "exercise"), item: row.decode(forColumn: "item"))
  }
}

extension ItemState {
  init(row: Row) throws {
    let stability: Double? = try row.decode(forColumn: "stability")
    let difficulty: Double? = try row.decode(forColumn: "difficulty")
    var memory: Memory?
    if let stability, let difficulty { memory = Memory(stability: stability, difficulty: difficulty) }
    try self.init(
      answers: row.decode(forColumn: "answers"), markTotal: row.decode(forColumn: "markTotal"),
      lastMark: row.decode(forColumn: "lastMark"),
      secondsTotal: row.decode(forColumn: "secondsTotal"),
      card: CardState(
        phase: CardState.Phase(phase: row.decode(forColumn: "phase"), step: row.decode(forColumn: "step")),
        memory: memory, lastReview: row.decode(forColumn: "lastReview"),
        due: row.decode(forColumn: "due"), reviews: row.decode(forColumn: "reviews"),
        lapses: row.decode(forColumn: "lapses")),
      newest: row.decode(forColumn: "newest"))
    // A damaged page may still look like a row; computing with it could end the program.
    guard isPlausible else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an impossible state") }
  }
}

extension ItemState {
  fileprivate var isPlausible: Bool {
    let times = 0...Event.forGood
    guard answers >= 0, times.contains(newest), card.reviews >= 0, card.lapses >= 0 else { return false }
    guard let memory = card.memory, let last = card.lastReview, let due = card.due else { return card.phase == .new }
    guard card.phase != .new, card.phase.columns.step >= 0 else { return false }
    return memory.stability > 0 && memory.stability.isFinite && (1...10).contains(memory.difficulty)
      && times.contains(last) && due >= last && due - last <= 40_000 * Scheduler.secondsPerDay
  }
}

extension CardState.Phase {
  init(phase: Int, step: Int) {
    self =
      switch phase {
      case 1: .learning(step: step)
      case 2: .review
      case 3: .relearning(step: step)
      default: .new
      }
  }

  var columns: (phase: Int, step: Int) {
    switch self {
    case .new: (0, 0)
    case .learning(let step): (1, step)
    case .review: (2, 0)
    case .relearning(let step): (3, step)
    }
  }
}

extension Scheduler {
  /// Everything that decides a state, as text: states kept under another signature are computed again.
  var signature: String {
    let numbers = parameters.values + [desiredRetention]
    let whole = [learningSteps, relearningSteps, [maximumInterval]]
    let fuzz = fuzzSeed.map { "\($0)" } ?? "-"
    return "fsrs6-1 \(numbers.map { "\($0)" }) \(whole.map { $0.map { "\($0)" } }) \(fuzz)"
  }
}
