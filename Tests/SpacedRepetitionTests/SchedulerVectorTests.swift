import Foundation
import SpacedRepetition
import Testing

/// Sequences of answers whose states py-fsrs 6.3.2 has computed (ACCEPTANCE 3).
@Suite struct SchedulerVectorTests {
  struct File: Decodable {
    var cases: [Case]
  }

  struct Case: Decodable {
    var desiredRetention: Double
    var learningStepsS: [Int64]
    var relearningStepsS: [Int64]
    var parameters: [Double]?
    var maximumInterval: Int64?
    var reviews: [Review]
  }

  struct Review: Decodable {
    var at: Int64
    var rating: UInt8
    var state: String
    var step: Int?
    var stability: Double
    var difficulty: Double
    var due: Int64
    var retrievabilityAtDue: Double?
  }

  static let vectors = SharedReference.url("fsrs6-vectors.json")

  @Test(.enabled(if: vectors != nil, "shared/reference/fsrs6-vectors.json is not beside the project"))
  func statesAgreeWithTheReference() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let file = try decoder.decode(File.self, from: Data(contentsOf: #require(Self.vectors)))
    #expect(!file.cases.isEmpty)
    for (index, entry) in file.cases.enumerated() {
      let scheduler = try Scheduler(
        parameters: entry.parameters.map { try Parameters($0) } ?? .standard,
        desiredRetention: entry.desiredRetention, learningSteps: entry.learningStepsS,
        relearningSteps: entry.relearningStepsS, maximumInterval: entry.maximumInterval ?? 36_500)
      var state = CardState.new
      for (number, review) in entry.reviews.enumerated() {
        let place: Comment = "case \(index), answer \(number)"
        let rating = try #require(Rating(rawValue: review.rating))
        let preview = scheduler.intervals(state, at: review.at)[Int(review.rating) - 1]
        state = scheduler.review(state, rating, at: review.at)
        let memory = try #require(state.memory)
        #expect(abs(memory.stability - review.stability) <= 1e-5 * review.stability, place)
        #expect(abs(memory.difficulty - review.difficulty) <= 1e-5 * review.difficulty, place)
        #expect(state.due == review.due, place)
        #expect(preview == review.due - review.at, place)
        let phase: CardState.Phase =
          switch review.state {
          case "Learning": .learning(step: try #require(review.step))
          case "Relearning": .relearning(step: try #require(review.step))
          default: .review
          }
        #expect(state.phase == phase, place)
        if let expected = review.retrievabilityAtDue {
          #expect(abs(scheduler.retrievability(state, at: review.due) - expected) <= 1e-5 * expected, place)
        }
      }
    }
  }
}
