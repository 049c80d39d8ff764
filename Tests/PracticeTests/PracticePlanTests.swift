import Foundation
import Markup
import Progress
import SpacedRepetition
import TestSupport
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
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) { try body(try ProgressStore(folder: folder.url)) }
  }

  /// Cards and items by their words, exercises by their id.
  func names(_ plan: PracticePlan) -> [String] {
    let exercises = lessons.flatMap(\.exercises)
    return plan.questions.map { question in
      let exercise = exercises[question.exercise]
      switch (exercise.content, question.part) {
      case (.cards(let cards), let part?): return cards[part].front.plainText
      case (.sort(let buckets), let part?):
        let items = buckets.enumerated().flatMap { number, bucket in bucket.items.map { ($0, number) } }
        return "\(items[part].0.text.plainText) → \(items[part].1)"
      case (_, let part?): return "\(exercise.id) (\(part))"
      default: return exercise.id
      }
    }
  }

  func plan(
    _ store: ProgressStore, kinds: Set<Exercise.Kind> = [], limit: Int = .max, left: DailyLimits? = nil,
    after seconds: Int64 = 0
  ) throws -> PracticePlan {
    try store.plan(
      lessons.flatMap(\.practice), kinds: kinds, limit: limit, left: left ?? .none, now: Self.now + seconds)
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
      Answer(item: ItemID(exercise: exercise, item: item), kind: .other("test"), given: "", mark: mark, rating: rating),
      at: Self.now + seconds, session: "s")
  }

  /// The first of each kind, in the order of the files, then the others at equal distances.
  @Test func lessonsAndKindsAreInterleaved() throws {
    try withStore { store in
      let plan = try plan(store)
      #expect(
        names(plan) == [
          "sort-it", "order-it", "choose-it", "number-it", "Latent space", "cloze-it", "predict-it", "parsons-it",
          "diagnose-it", "Front", "count-it", "P(x | y)", "predict-largest",
        ])
      #expect(!plan.isRepetition)
      #expect(plan.dueCount == 0)
    }
  }

  @Test func kindsAndLimit() throws {
    try withStore { store in
      let byKind = try plan(store, kinds: [.order, .number])
      let two = try plan(store, limit: 2)
      let none = try plan(store, limit: 0)
      #expect(names(byKind) == ["order-it", "number-it", "count-it"])
      #expect(names(two) == ["sort-it", "order-it"])
      #expect(none.questions.isEmpty)
    }
  }

  @Test func withoutACardOfItsOwnAnExerciseIsAskedUntilItIsRight() throws {
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

  @Test func aFailedExerciseComesBackWhenItIsDue() throws {
    try withStore { store in
      try answer(store, "order-it", "", mark: 0.4, rating: .again)
      #expect(try names(plan(store, kinds: [.order, .parsons])) == ["parsons-it"])
      let plan = try plan(store, kinds: [.order, .parsons], after: 61)
      #expect(names(plan) == ["order-it", "parsons-it"])
      #expect(plan.dueCount == 1)
    }
  }

  /// Only the items that were failed come back, and by themselves.
  @Test func failedItemsAreCards() throws {
    try withStore { store in
      guard case .sort(let buckets) = lessons[0].exercises[0].content,
        case .cloze(let cloze)? = lessons[0].exercises.first(where: { $0.kind == .cloze })?.content
      else { throw CocoaError(.featureUnsupported) }
      let items = buckets.flatMap(\.items)
      for (index, item) in items.enumerated() {
        let isWrong = index == 2
        try answer(store, "sort-it", item.id, mark: isWrong ? 0 : 1, rating: isWrong ? .again : nil)
      }
      try answer(store, "sort-it", "", mark: 0.7)
      try answer(store, "cloze-it", cloze.blanks[1].id, mark: 0, rating: .again)
      try answer(store, "cloze-it", "", mark: 0.5)
      #expect(try names(plan(store, kinds: [.sort, .cloze, .order])) == ["order-it"])
      #expect(
        try names(plan(store, kinds: [.sort, .cloze, .order], after: 3600)) == [
          "A translator → 1", "cloze-it (1)", "order-it",
        ])
    }
  }

  @Test func aCardComesBackWhenItIsDueAndNotBefore() throws {
    try withStore { store in
      let id = try card("cards-it", 0).id
      try answer(store, "cards-it", id, mark: 1, rating: .good)
      let due = try #require(try store.state(of: ItemID(exercise: "cards-it", item: id))?.card.due) - Self.now
      #expect(due > 0)
      #expect(try names(plan(store, kinds: [.cards], after: due - 1)) == ["P(x | y)", "Front"])
      let plan = try plan(store, kinds: [.cards], after: due)
      #expect(names(plan) == ["Latent space", "P(x | y)", "Front"])
      #expect(plan.dueCount == 1)
      #expect(plan.questions.first?.state.reviews == 1)
    }
  }

  @Test func hiddenItemsDoNotComeUp() throws {
    try withStore { store in
      let hidden = ItemID(exercise: "cards-it", item: try card("cards-it", 0).id)
      try store.hide(hidden, until: Self.now + 100, at: Self.now)
      try store.hide(ItemID(exercise: "order-it", item: ""), until: LogEvent.forGood, at: Self.now)
      #expect(try names(plan(store, kinds: [.cards, .order])) == ["P(x | y)", "Front"])
      #expect(try names(plan(store, kinds: [.cards, .order], after: 100)) == ["Latent space", "Front", "P(x | y)"])
    }
  }

  @Test func aDayHasItsLimits() throws {
    try withStore { store in
      for index in 0...1 { try answer(store, "cards-it", try card("cards-it", index).id, mark: 1, rating: .easy) }
      let limits = DailyLimits(newCards: 0, reviews: 1)
      let plan = try plan(store, kinds: [.cards], left: limits, after: 86_400 * 100)
      #expect(names(plan) == ["Latent space"])
      #expect(plan.postponed == DailyLimits(newCards: 1, reviews: 1))
      #expect(!plan.isRepetition)
      // Exercises are no cards: nothing keeps them.
      #expect(try names(self.plan(store, kinds: [.order], left: limits)) == ["order-it"])
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
      #expect(plan.questions.count == 13)
      #expect(try self.plan(store, limit: 3).questions.count == 3)
    }
  }

  /// Cards that were asked for before their lesson was reached come back like all others.
  @Test func whatIsDueOfALaterLessonIsAskedAndNothingNewOfIt() throws {
    try withStore { store in
      func plan(after seconds: Int64) throws -> PracticePlan {
        try store.plan(lessons.flatMap(\.practice), reached: 1, kinds: [.cards], now: Self.now + seconds)
      }
      #expect(try names(plan(after: 0)) == ["Latent space", "P(x | y)"])
      try answer(store, "second-cards", try card("second-cards", 0).id, mark: 0, rating: .again)
      let later = try plan(after: 120)
      #expect(names(later) == ["Front", "Latent space", "P(x | y)"])
      #expect(later.dueCount == 1)
    }
  }

  /// It says when that comes back instead.
  @Test func whatWasAnsweredJustNowIsNotRepeated() throws {
    try withStore { store in
      for (exercise, index) in [("cards-it", 0), ("cards-it", 1), ("second-cards", 0)] {
        try answer(store, exercise, try card(exercise, index).id, mark: 1, rating: .easy)
      }
      try answer(store, "cards-it", try card("cards-it", 1).id, mark: 0, rating: .again, after: 60)
      try answer(store, "number-it", "", mark: 0, rating: .again, after: 60)
      try answer(store, "count-it", "", mark: 1, after: 60)
      let plan = try plan(store, kinds: [.cards, .number], after: 62)
      #expect(plan.isRepetition)
      #expect(Set(names(plan)) == ["Latent space", "Front", "count-it"])
      #expect(plan.comingSoon.count == 2)
      #expect(plan.comingSoon.allSatisfy { $0 > Self.now + 62 && $0 <= Self.now + 62 + 3600 })
    }
  }

  @Test func withoutExercisesThereIsNothing() throws {
    try withStore { store in
      let plan = try store.plan([], now: Self.now)
      #expect(plan.questions.isEmpty)
      #expect(!plan.isRepetition)
    }
  }
}
