import Foundation
import Practice
@testable import Progress
import SpacedRepetition

/// A folder of its own for a test, removed when the test is over.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "learn-progress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { print("left behind: \(url.path()) (\(error))") }
  }

  /// Where the store's file lies in this folder.
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

extension ProgressStore {
  /// The lesson that was read last, as a second machine must agree.
  func currentLesson() throws -> String? {
    try read { db in try Self.latest("lesson", of: "", in: course, db) }
  }
}
