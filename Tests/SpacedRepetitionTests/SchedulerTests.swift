import Testing

@testable import SpacedRepetition

@Suite struct SchedulerTests {
  let start: Int64 = 1_767_225_600
  let day: Int64 = 86_400

  func state(after ratings: [Rating], by scheduler: Scheduler = .standard, apart seconds: Int64 = 60) -> CardState {
    var state = CardState.new
    for (index, rating) in ratings.enumerated() {
      state = scheduler.review(state, rating, at: start + Int64(index) * seconds)
    }
    return state
  }

  @Test func aNewCardHasNoMemory() {
    #expect(CardState.new.memory == nil)
    #expect(Scheduler.standard.retrievability(.new, at: start) == 0)
  }

  @Test func goodClimbsTheLearningSteps() {
    #expect(state(after: [.good]).phase == .learning(step: 1))
    #expect(state(after: [.good]).due == start + 600)
    #expect(state(after: [.good, .good]).phase == .review)
    #expect(state(after: [.good, .again]).phase == .learning(step: 0))
    #expect(state(after: [.easy]).phase == .review)
  }

  @Test func hardStaysOnItsStep() throws {
    #expect(state(after: [.hard]).due == start + 330)
    #expect(state(after: [.good, .hard]).phase == .learning(step: 1))
    #expect(state(after: [.good, .hard]).due == start + 60 + 600)
    let single = try Scheduler(learningSteps: [60])
    #expect(state(after: [.hard], by: single).due == start + 90)
  }

  @Test func aLapseRelearns() throws {
    let lapsed = Scheduler.standard.review(state(after: [.easy]), .again, at: start + 10 * day)
    #expect(lapsed.phase == .relearning(step: 0))
    #expect(lapsed.due == start + 10 * day + 600)
    #expect(lapsed.lapses == 1)
    let again = Scheduler.standard.review(lapsed, .again, at: start + 10 * day + 600)
    #expect(again.lapses == 1)
    let hard = Scheduler.standard.review(lapsed, .hard, at: start + 10 * day + 600)
    #expect(hard.due == start + 10 * day + 600 + 900)
    let without = try Scheduler(relearningSteps: [])
    #expect(without.review(state(after: [.easy]), .again, at: start + 10 * day).phase == .review)
  }

  @Test func aStepBeyondTheLastLeaves() throws {
    let many = try Scheduler(learningSteps: [60, 120, 180, 240])
    let far = state(after: [.good, .good, .good], by: many)
    #expect(far.phase == .learning(step: 3))
    for rating in [Rating.hard, .good, .easy] {
      #expect(Scheduler.standard.review(far, rating, at: start + day).phase == .review)
    }
    #expect(Scheduler.standard.review(far, .again, at: start + day).phase == .learning(step: 0))
  }

  @Test func retrievabilityIsNineTenthsAfterOneStability() throws {
    var known = state(after: [.easy])
    known.memory?.stability = 30
    let recall = Scheduler.standard.retrievability(known, at: start + 30 * day)
    #expect(abs(recall - 0.9) < 1e-14)
    #expect(Scheduler.standard.retrievability(known, at: start) == 1)
    #expect(Scheduler.standard.retrievability(known, at: start - day) == 1)
  }

  @Test func withinTheDayOnlyAgainMayLowerStability() throws {
    var known = state(after: [.easy])
    known.memory?.stability = 200
    for rating in [Rating.hard, .good, .easy] {
      #expect(try #require(Scheduler.standard.review(known, rating, at: start + day - 1).memory).stability >= 200)
    }
    #expect(try #require(Scheduler.standard.review(known, .again, at: start + day - 1).memory).stability < 200)
  }

  @Test func aClockSetBackCountsAsTheSameDay() {
    let known = state(after: [.easy])
    let back = Scheduler.standard.review(known, .good, at: start - 100 * day)
    let same = Scheduler.standard.review(known, .good, at: start + 5)
    #expect(back.memory == same.memory)
    #expect(back.lastReview == start - 100 * day)
  }

  @Test func intervalsStayWithinTheMaximum() throws {
    let scheduler = try Scheduler(maximumInterval: 50, fuzzSeed: 1)
    var state = CardState.new
    var time = start
    for _ in 0..<40 {
      state = scheduler.review(state, .easy, at: time)
      let due = try #require(state.due)
      #expect(due - time <= 50 * day)
      time = due
    }
  }

  @Test func extremeParametersStayFinite() throws {
    for values in [Parameters.lowest, Parameters.highest] {
      let scheduler = try Scheduler(parameters: Parameters(values))
      for rating in Rating.allCases {
        var state = CardState.new
        var time = start
        for _ in 0..<200 {
          state = scheduler.review(state, rating, at: time)
          let memory = try #require(state.memory)
          #expect(memory.stability.isFinite && memory.stability >= 0.001)
          #expect((1...10).contains(memory.difficulty))
          time = try #require(state.due) + 3 * day
        }
      }
    }
  }

  @Test func impossibleSettingsAreRefused() {
    #expect(throws: SchedulerError.desiredRetention(1)) { try Scheduler(desiredRetention: 1) }
    #expect(throws: SchedulerError.maximumInterval(0)) { try Scheduler(maximumInterval: 0) }
    #expect(throws: SchedulerError.step(0)) { try Scheduler(learningSteps: [60, 0]) }
    #expect(throws: ParametersError.wrongCount(19)) { try Parameters([Double](repeating: 0.5, count: 19)) }
    var values = Parameters.standard.values
    values[7] = 0.9
    #expect(throws: ParametersError.outOfBounds(index: 7, value: 0.9)) { try Parameters(values) }
    values[7] = .nan
    #expect(throws: ParametersError.self) { try Parameters(values) }
    #expect(throws: Never.self) { try Parameters(Parameters.standard.values) }
  }
}
