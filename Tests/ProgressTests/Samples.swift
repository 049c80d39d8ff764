import Foundation
import Practice
import SpacedRepetition
import TestSupport

@testable import Progress

extension TemporaryFolder {
  /// The store's file in this folder.
  var database: URL { url.appending(path: ProgressStore.fileName) }
}

/// 1 January 2026, 00:00 UTC.
let newYear: Int64 = 1_767_225_600
let day: Int64 = 86_400

func card(_ name: String, _ rating: Rating?, mark: Double? = nil) -> Answer {
  Answer(
    item: ItemID(exercise: "words", item: name), kind: .cards, given: "", mark: mark ?? (rating == .again ? 0 : 1),
    rating: rating, seconds: 4)
}

func item(_ name: String) -> ItemID { ItemID(exercise: "words", item: name) }

func deck(_ id: String, _ cards: [String]) -> PracticeExercise {
  PracticeExercise(id: id, lesson: 1, kind: .cards, parts: cards, key: .cards)
}

extension ProgressStore {
  /// The lesson that was read last, as a second machine must agree.
  func currentLesson() throws -> String? {
    try read { db in try Self.latest("lesson", of: "", in: course, db) }
  }
}
