import GRDB
import Practice
import SpacedRepetition

extension ItemID {
  init(row: Row) throws {
    try self.init(exercise: row.decode(forColumn: "exercise"), item: row.decode(forColumn: "item"))
  }
}

extension ItemState {
  /// The columns with which a row that becomes a state begins. By their places columns are found faster than by their
  /// names.
  static let columns = """
    answers, markTotal, lastMark, secondsTotal, newest, phase, step, stability, difficulty, lastReview, due, reviews, \
    lapses
    """

  init(row: Row) throws {
    let stability: Double? = try row.decode(atIndex: 7)
    let difficulty: Double? = try row.decode(atIndex: 8)
    var memory: Memory?
    if let stability, let difficulty { memory = Memory(stability: stability, difficulty: difficulty) }
    try self.init(
      answers: row.decode(atIndex: 0), markTotal: row.decode(atIndex: 1), lastMark: row.decode(atIndex: 2),
      secondsTotal: row.decode(atIndex: 3),
      card: CardState(
        phase: CardState.Phase(phase: row.decode(atIndex: 5), step: row.decode(atIndex: 6)), memory: memory,
        lastReview: row.decode(atIndex: 9), due: row.decode(atIndex: 10), reviews: row.decode(atIndex: 11),
        lapses: row.decode(atIndex: 12)),
      newest: row.decode(atIndex: 4))
    // A damaged page may still look like a row; computing with it could end the program.
    guard isPlausible else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an impossible state") }
  }
}

extension ItemState {
  fileprivate var isPlausible: Bool {
    guard answers >= 0, LogEvent.times.contains(newest), card.reviews >= 0, card.lapses >= 0 else { return false }
    guard let memory = card.memory, let last = card.lastReview, let due = card.due else { return card.phase == .new }
    guard card.phase != .new, card.phase.columns.step >= 0 else { return false }
    return memory.stability > 0 && memory.stability.isFinite && (1...10).contains(memory.difficulty)
      && LogEvent.times.contains(last) && due >= last && due - last <= 40_000 * Scheduler.secondsPerDay
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
