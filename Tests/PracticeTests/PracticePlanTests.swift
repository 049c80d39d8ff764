import Foundation
import Markup
import Progress
import SpacedRepetition
import Testing

@testable import Course
@testable import Practice

@Suite struct PracticePlanTests {
  static let now: Int64 = 1_767_225_600
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Sound", directoryHint: .isDirectory)

  let lessons = CourseReader.read(fixtures).lessons

  /// Runs `body` with an empty store in a folder of its own.
  func withStore(_ body: (ProgressStore) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "learn-practice-\(UUID().uuidString)")
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") } }
    try body(try ProgressStore(folder: folder))
  }

  /// Cards by their front, exercises by their id.
  func names(_ plan: PracticePlan) -> [String] {
    plan.tasks.map { task in
      switch task {
      case .exercise(let exercise): exercise.id
      case .card(let card, let exercise, _): "\(exercise.id)/\(card.front.first.map { "\($0.kind)" } ?? "")"
      }
    }
  }

  func plan(
    _ store: ProgressStore, kinds: Set<Exercise.Kind> = [], limit: Int = .max, after seconds: Int64 = 0
  ) throws -> PracticePlan {
    try PracticePlan(lessons: lessons, kinds: kinds, limit: limit, store: store, now: Self.now + seconds)
  }

  func card(_ exercise: String, _ index: Int) throws -> Exercise.Card {
    let exercise = try #require(lessons.flatMap(\.exercises).first { $0.id == exercise })
    guard case .cards(let cards) = exercise.content else { throw CocoaError(.featureUnsupported) }
    return cards[index]
  }

  func answer(
    _ store: ProgressStore, _ exercise: String, _ item: String, mark: Double, rating: Rating? = nil,
    after seconds: Int64 = 0
  ) throws {
    try store.record(
      Answer(item: ItemID(exercise: exercise, item: item), kind: "test", given: "", mark: mark, rating: rating),
      at: Self.now + seconds, session: "s")
  }

  @Test func sortingFirstThenCardsThenTheRest() throws {
    try withStore { store in
      let plan = try plan(store)
      #expect(
        names(plan) == [
          "sort-it", #"cards-it/text("Latent space")"#, #"cards-it/text("P(x | y)")"#, #"second-cards/text("Front")"#,
          "choose-it", "order-it", "number-it", "count-it",
        ])
      #expect(!plan.isRepetition)
    }
  }

  @Test func kindsAndLimit() throws {
    try withStore { store in
      let byKind = try plan(store, kinds: [.order, .number])
      let two = try plan(store, limit: 2)
      let none = try plan(store, limit: 0)
      #expect(names(byKind) == ["order-it", "number-it", "count-it"])
      #expect(names(two) == ["sort-it", #"cards-it/text("Latent space")"#])
      #expect(none.tasks.isEmpty)
    }
  }

  @Test func anExerciseIsAskedUntilItIsRight() throws {
    try withStore { store in
      try answer(store, "sort-it", "", mark: 0.9)
      #expect(try names(plan(store, kinds: [.sort, .order])) == ["sort-it", "order-it"])
      try answer(store, "sort-it", "", mark: 1, after: 60)
      #expect(try names(plan(store, kinds: [.sort, .order])) == ["order-it"])
      // What was forgotten since is asked again.
      try answer(store, "sort-it", "", mark: 0.2, after: 120)
      #expect(try names(plan(store, kinds: [.sort, .order])) == ["sort-it", "order-it"])
    }
  }

  @Test func aCardComesBackWhenItIsDueAndNotBefore() throws {
    try withStore { store in
      let id = try card("cards-it", 0).id
      try answer(store, "cards-it", id, mark: 1, rating: .good)
      let due = try #require(try store.state(of: ItemID(exercise: "cards-it", item: id))?.card.due) - Self.now
      #expect(due > 0)
      let without = [#"cards-it/text("P(x | y)")"#, #"second-cards/text("Front")"#]
      #expect(try names(plan(store, kinds: [.cards], after: due - 1)) == without)
      let plan = try plan(store, kinds: [.cards], after: due)
      #expect(names(plan) == [#"cards-it/text("Latent space")"#] + without)
      guard case .card(_, _, let state)? = plan.tasks.first else {
        Issue.record("no card")
        return
      }
      #expect(state.reviews == 1)
    }
  }

  @Test func whenNothingIsDueWhatIsKnownIsRepeated() throws {
    try withStore { store in
      for exercise in lessons.flatMap(\.exercises) where exercise.kind != .cards {
        try answer(store, exercise.id, "", mark: 1)
      }
      for (exercise, index) in [("cards-it", 0), ("cards-it", 1), ("second-cards", 0)] {
        try answer(store, exercise, try card(exercise, index).id, mark: 1, rating: .easy)
      }
      let plan = try plan(store)
      #expect(plan.isRepetition)
      #expect(plan.tasks.count == 8)
      #expect(try self.plan(store, limit: 3).tasks.count == 3)
    }
  }

  @Test func withoutExercisesThereIsNothing() throws {
    try withStore { store in
      let plan = try PracticePlan(lessons: [], store: store, now: Self.now)
      #expect(plan.tasks.isEmpty)
      #expect(!plan.isRepetition)
    }
  }

  @Test func eachAttemptHasAnotherOrder() throws {
    let exercise = lessons[0].exercises[0]
    #expect(exercise.shuffleSeed(attempt: 0) == lessons[0].exercises[0].shuffleSeed(attempt: 0))
    #expect(Set((0..<50).map { exercise.shuffleSeed(attempt: $0) }).count == 50)
    #expect(exercise.shuffleSeed(attempt: 0) != lessons[0].exercises[1].shuffleSeed(attempt: 0))
    #expect(exercise.whole == ItemID(exercise: "sort-it", item: ""))
  }
}
