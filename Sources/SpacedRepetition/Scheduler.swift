// SpacedRepetition: FSRS-6 as pure functions; the clock is always a parameter.

/// FSRS-6: when a card comes back. Pure functions of the card's state, the answer and the time.
///
/// Times are seconds since 1970 (UTC); a day is 24 hours, so neither time zones nor daylight saving enter.
public struct Scheduler: Sendable {
  public let parameters: Parameters
  /// The probability of recall at which a card in review is due.
  public let desiredRetention: Double
  /// Seconds between the answers to a new card; empty: days from the first answer on.
  public let learningSteps: [Int64]
  /// Seconds between the answers after a lapse; empty: days.
  public let relearningSteps: [Int64]
  /// The longest interval, in days.
  public let maximumInterval: Int64
  /// `nil`: intervals are not spread.
  public let fuzzSeed: UInt64?

  let model: MemoryModel

  public static var secondsPerDay: Int64 { 86_400 }

  /// Throws unless 0 < `desiredRetention` < 1, every step is from a second to 36,500 days and `maximumInterval` from 1
  /// to 36,500 days.
  public init(
    parameters: Parameters = .standard, desiredRetention: Double = 0.9, learningSteps: [Int64] = [60, 600],
    relearningSteps: [Int64] = [600], maximumInterval: Int64 = 36_500, fuzzSeed: UInt64? = nil
  ) throws(SchedulerError) {
    guard desiredRetention > 0, desiredRetention < 1 else { throw .desiredRetention(desiredRetention) }
    guard maximumInterval >= 1, maximumInterval <= 36_500 else { throw .maximumInterval(maximumInterval) }
    let longest = Self.secondsPerDay &* 36_500
    for step in learningSteps where step < 1 || step > longest { throw .step(step) }
    for step in relearningSteps where step < 1 || step > longest { throw .step(step) }
    self.init(
      unchecked: parameters, desiredRetention: desiredRetention, learningSteps: learningSteps,
      relearningSteps: relearningSteps, maximumInterval: maximumInterval, fuzzSeed: fuzzSeed)
  }

  private init(
    unchecked parameters: Parameters, desiredRetention: Double, learningSteps: [Int64], relearningSteps: [Int64],
    maximumInterval: Int64, fuzzSeed: UInt64?
  ) {
    self.parameters = parameters
    self.desiredRetention = desiredRetention
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = maximumInterval
    self.fuzzSeed = fuzzSeed
    model = MemoryModel(parameters)
  }

  /// Standard parameters, retention 0.9, steps of 1 and 10 minutes, no fuzz.
  public static var standard: Scheduler { Scheduler(standardBut: .standard) }

  /// The standard scheduler with other parameters.
  public init(standardBut parameters: Parameters) {
    self.init(
      unchecked: parameters, desiredRetention: 0.9, learningSteps: [60, 600], relearningSteps: [600],
      maximumInterval: 36_500, fuzzSeed: nil)
  }

  /// The state after the answer `rating` at `time`. `card` is any number that stays with the card: it only
  /// enters the fuzz. A time before the last answer counts as the same day.
  public func review(_ state: CardState, _ rating: Rating, at time: Int64, card: UInt64 = 0) -> CardState {
    var next = state
    if let memory = state.memory, let last = state.lastReview {
      next.memory = model.next(memory, rating, elapsedDays: wholeDays(from: last, to: time))
    } else {
      next.memory = model.first(rating)
    }
    next.reviews += 1
    next.lastReview = time
    if rating == .again, state.phase == .review { next.lapses += 1 }
    next.phase = phase(after: state.phase, rating)
    next.due = time + interval(to: next, rating, was: state.phase, card: card)
    return next
  }

  /// Seconds until the card would be due again after each of the four answers, in the order of `Rating.allCases`.
  public func intervals(_ state: CardState, at time: Int64, card: UInt64 = 0) -> [Int64] {
    var intervals: [Int64] = []
    for rating in Rating.allCases {
      let next = review(state, rating, at: time, card: card)
      intervals.append((next.due ?? time) - time)
    }
    return intervals
  }

  /// Probability of recall at `time`, from the whole days since the last answer; 0 for a new card.
  public func retrievability(_ state: CardState, at time: Int64) -> Double {
    guard let memory = state.memory, let last = state.lastReview else { return 0 }
    let days = max(0, wholeDays(from: last, to: time))
    return model.curve.recall(days: Double(days), stability: memory.stability)
  }

  private func wholeDays(from start: Int64, to end: Int64) -> Int64 {
    let (quotient, remainder) = (end - start).quotientAndRemainder(dividingBy: Self.secondsPerDay)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// The reason why a scheduler cannot be made.
public enum SchedulerError: Error, Equatable {
  case desiredRetention(Double)
  case maximumInterval(Int64)
  case step(Int64)
}
