import Autodiff
import Foundation
import Learning
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct ParameterFitTests {
  typealias Weights = SpacedRepetition.Parameters

  static let day = Scheduler.secondsPerDay
  static let start: Int64 = 1_700_000_000

  /// A learner whose memory follows `truth`, and whose cards come back by the standard scheduler.
  static func simulated(_ truth: Weights, cards: Int, days: Int64, seed: UInt64) -> [[Review]] {
    var random = SeededGenerator(seed: seed)
    let memory = Scheduler(standardBut: truth)
    var reviews: [[Review]] = []
    for card in 0..<cards {
      var time = start + Int64(card % 60) * day
      var (state, scheduled) = (CardState.new, CardState.new)
      var list: [Review] = []
      while time < start + days * day {
        let isRecalled =
          state.memory == nil
          ? Double.random(in: 0...1, using: &random) < 0.7
          : Double.random(in: 0...1, using: &random) < max(memory.retrievability(state, at: time), 0.02)
        let draw = Double.random(in: 0...1, using: &random)
        let rating: Rating = !isRecalled ? .again : draw < 0.15 ? .hard : draw < 0.9 ? .good : .easy
        list.append(Review(rating: rating, at: time))
        state = memory.review(state, rating, at: time)
        scheduled = Scheduler.standard.review(scheduled, rating, at: time)
        // People are late, and not all alike.
        let late = Int64(Double.random(in: 0...0.6, using: &random) * Double((scheduled.due ?? time) - time))
        time = (scheduled.due ?? time) + late + Int64.random(in: 0...3_600, using: &random)
      }
      reviews.append(list)
    }
    return reviews
  }

  static func weights(_ changes: [Int: Double]) throws -> Weights {
    var values = Weights.standard.values
    for (index, value) in changes { values[index] = value }
    return try Weights(values)
  }

  /// The tape, in single precision, has the loss of the scheduler, which is in double.
  @Test func theTapeIsTheScheduler() throws {
    let history = ReviewHistory(Self.simulated(.standard, cards: 40, days: 300, seed: 1))
    let other = try Self.weights([0: 0.5, 2: 4, 4: 5, 6: 2, 8: 1.5, 10: 1.2, 11: 2, 17: 0.8, 18: 0.3, 20: 0.3])
    for parameters in [Weights.standard, other] {
      let tape = Tape(seed: 0)
      let u = zip(parameters.values, Weights.standard.values).map { Float(log($0 / $1)) }
      let loss = MemoryTape(tape.constant(u, [1, 21])).loss(history, before: .max).scalar
      let exact = history.logLoss(parameters, 0...) * Double(history.informativeCount)
      #expect(abs(Double(loss) - exact) < 2e-4 * exact)
    }
  }

  /// dL/du by the tape against differences of the scheduler's own loss.
  @Test func gradientsAreThoseOfTheLoss() throws {
    let history = ReviewHistory(Self.simulated(.standard, cards: 60, days: 200, seed: 2))
    // Away from every clamp, where the two sides differ.
    let base = try Self.weights([7: 0.02])
    let θ = Learning.Parameters(seed: 0)
    let factors = θ.add("u", [1, 21], .zeros)
    θ.values = zip(base.values, Weights.standard.values).map { Float(log($0 / $1)) }
    let tape = Tape(seed: 0)
    θ.differentiate(MemoryTape(factors.on(tape)).loss(history, before: .max))
    let gradients = θ.gradients
    let largest = gradients.map { abs($0) }.max() ?? 0
    #expect(largest > 1)
    let count = Double(history.informativeCount)
    for index in 0..<21 {
      let h = 1e-4
      let losses = try [h, -h].map { step in
        var values = base.values
        values[index] *= exp(step)
        return history.logLoss(try Weights(values), 0...) * count
      }
      let expected = (losses[0] - losses[1]) / (2 * h)
      #expect(
        abs(Double(gradients[index]) - expected) < 0.01 * abs(expected) + 0.002 * Double(largest), "w\(index)")
    }
  }

  @Test func whatWasSimulatedIsFound() throws {
    let truth = try Self.weights([2: 6, 3: 20, 8: 1.2, 10: 1.4, 11: 0.7, 20: 0.35])
    let history = ReviewHistory(Self.simulated(truth, cards: 400, days: 400, seed: 3))
    #expect(history.count > 3_000)
    let fit = try #require(try ParameterFit(history, before: .standard, steps: 300))
    let end = history.time(of: 0.8)
    let best = history.logLoss(truth, end...)
    #expect(fit.heldOut > 400)
    #expect(fit.isBetter)
    // Far closer to the truth than what it began with.
    #expect(fit.loss - best < 0.006, "\(fit.loss) \(best) \(fit.lossBefore)")
    #expect(fit.loss - best < 0.3 * (fit.lossBefore - best), "\(fit.loss) \(best) \(fit.lossBefore)")
    // Stability after a first answer “good”: what most of the log is about.
    #expect(abs(log(fit.parameters[2] / 6)) < 0.35, "\(fit.parameters[2])")
  }

  /// Whoever remembers as the standard has it gains nothing worth the name, and loses nothing.
  @Test func theStandardLearnerStays() throws {
    let history = ReviewHistory(Self.simulated(.standard, cards: 200, days: 300, seed: 4))
    let fit = try #require(try ParameterFit(history, before: .standard, steps: 150))
    #expect(abs(fit.loss - fit.lossBefore) < 0.01)
  }

  @Test func itNeedsEnoughToGoBy() throws {
    let few = ReviewHistory(Self.simulated(.standard, cards: 20, days: 30, seed: 5))
    #expect(few.count < 400)
    #expect(throws: FitError.tooFewReviews(few.count)) { try ParameterFit(few, before: .standard) }
    // Hundreds of answers within one evening say nothing about forgetting.
    let evening = (0..<50).map { card in
      (0..<9).map { Review(rating: .good, at: Self.start + Int64(card + 50 * $0)) }
    }
    let crammed = ReviewHistory(evening)
    #expect(throws: FitError.tooFewDays(0)) { try ParameterFit(crammed, before: .standard) }
  }

  @Test func itCanBeEnded() throws {
    let history = ReviewHistory(Self.simulated(.standard, cards: 100, days: 200, seed: 6))
    var calls = 0
    let fit = try ParameterFit(history, before: .standard) { _ in
      calls += 1
      return calls < 3
    }
    #expect(fit == nil && calls == 3)
  }
}
