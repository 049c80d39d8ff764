import GRDB
import SpacedRepetition

extension ItemState {
  init(row: Row) {
    let stability: Double? = row["stability"]
    let difficulty: Double? = row["difficulty"]
    var memory: Memory?
    if let stability, let difficulty { memory = Memory(stability: stability, difficulty: difficulty) }
    self.init(
      answers: row["answers"], markTotal: row["markTotal"], lastMark: row["lastMark"],
      secondsTotal: row["secondsTotal"],
      card: CardState(
        phase: CardState.Phase(phase: row["phase"], step: row["step"]), memory: memory, lastReview: row["lastReview"],
        due: row["due"], reviews: row["reviews"], lapses: row["lapses"]),
      newest: row["newest"])
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
