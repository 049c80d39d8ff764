import SpacedRepetition
import Testing

@testable import Practice

/// A conversation: a session and the log beside it.
struct Sitting {
  var session: Session
  var log = MemoryLog()

  init(_ names: [String], part: Int? = nil) {
    let questions = names.map { name -> Question in
      let index = SampleExercises.all.firstIndex { $0.id == name } ?? 0
      let exercise = SampleExercises.all[index]
      return Question(
        exercise: index, part: exercise.kind == .cards ? part ?? 0 : part, isCard: exercise.kind == .cards,
        item: exercise.item(exercise.kind == .cards ? part ?? 0 : part), state: .new)
    }
    session = Session(questions, of: SampleExercises.all)
  }

  mutating func open() throws -> OpenQuestion {
    let open = session.openNext(log.states)
    return try #require(open)
  }

  mutating func answer(
    _ response: Response, _ confidence: Confidence? = nil, seconds: Double = 2, at time: Int64 = SampleExercises.now
  ) throws -> GradedAnswer {
    let submission = try session.submit(response, confidence: confidence, seconds: seconds)
    return session.confirm(submission, log.record(submission.contents, at: time))
  }

  var answers: [Answer] {
    log.events.compactMap { if case .answer(let answer) = $0.content { answer } else { nil } }
  }
}
