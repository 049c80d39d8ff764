extension Scheduler {
  /// Learning and relearning climb their steps: again returns to the first, hard stays, good climbs, easy leaves.
  func phase(after phase: CardState.Phase, _ rating: Rating) -> CardState.Phase {
    switch phase {
    case .new: climbed(0, of: learningSteps, rating).map(CardState.Phase.learning) ?? .review
    case .learning(let step): climbed(step, of: learningSteps, rating).map(CardState.Phase.learning) ?? .review
    case .relearning(let step): climbed(step, of: relearningSteps, rating).map(CardState.Phase.relearning) ?? .review
    case .review: rating == .again && !relearningSteps.isEmpty ? .relearning(step: 0) : .review
    }
  }

  /// Seconds from the answer to the next one; `next` is the state after the answer, but for its `due`.
  func interval(to next: CardState, _ rating: Rating, was phase: CardState.Phase, card: UInt64) -> Int64 {
    switch next.phase {
    case .new: 0
    case .learning(let step): wait(at: step, of: learningSteps, rating)
    // A lapse waits for the first step; only an answer given in relearning may be the hard one below.
    case .relearning(let step): wait(at: step, of: relearningSteps, phase == .review ? .again : rating)
    // `&*`: a checked product of 64-bit numbers is, on wasm32, a call into a library that is not there.
    case .review: days(for: next, card: card) &* Self.secondsPerDay
    }
  }

  /// The step after the answer, or `nil` where the card leaves its steps.
  private func climbed(_ step: Int, of steps: [Int64], _ rating: Rating) -> Int? {
    guard !steps.isEmpty else { return nil }
    switch rating {
    case .again: return 0
    // A step beyond the last one is left over from a scheduler with more steps.
    case .hard: return step < steps.count ? step : nil
    case .good: return step + 1 < steps.count ? step + 1 : nil
    case .easy: return nil
    }
  }

  /// A hard first step waits between it and the second, or half as long again where there is only one.
  private func wait(at step: Int, of steps: [Int64], _ rating: Rating) -> Int64 {
    guard rating == .hard, step == 0 else { return steps[step] }
    return steps.count == 1 ? steps[0] + steps[0] / 2 : (steps[0] + steps[1]) / 2
  }

  /// Days until recall falls to the desired retention: rounded half to even, 1 to `maximumInterval`, fuzzed.
  private func days(for state: CardState, card: UInt64) -> Int64 {
    guard let memory = state.memory else { return 0 }
    let exact = model.curve.days(until: desiredRetention, stability: memory.stability)
    let rounded = exact.rounded(.toNearestOrEven)
    let days = Int64(min(max(1, rounded), Double(maximumInterval)))
    guard let fuzzSeed else { return days }
    return Fuzz(seed: fuzzSeed).days(around: days, maximum: maximumInterval, card: card, reviews: state.reviews)
  }
}
