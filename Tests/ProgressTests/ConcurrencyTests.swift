import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

@Suite struct ConcurrencyTests {
  @Test func severalMayMakeTheStoreAtOnce() async throws {
    for _ in 0..<5 {
      let folder = try TemporaryFolder()
      let url = folder.url.appending(path: "new")
      let devices = try await withThrowingTaskGroup { group in
        for _ in 0..<6 { group.addTask { try ProgressStore(folder: url).device() } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(devices.count == 1)
    }
  }

  @Test func twoConnectionsKeepBothSetsOfAnswers() async throws {
    let folder = try TemporaryFolder()
    let url = folder.url
    let ids = try await withThrowingTaskGroup { group in
      for writer in 0..<2 {
        group.addTask {
          let store = try ProgressStore(folder: url)
          return try (0..<150).map {
            try store.record(
              card("card \($0 % 10)", .good), at: newYear + Int64(writer + 2 * $0), session: "\(writer)"
            ).id
          }
        }
      }
      return try await group.reduce(into: [EventID]()) { $0 += $1 }
    }
    #expect(Set(ids).count == 300)
    let store = try ProgressStore(folder: url)
    let kept = try (0..<10).map { try #require(try store.state(of: item("card \($0)"))) }
    #expect(kept.reduce(0) { $0 + $1.answers } == 300)
    // What the two computed step by step is what the log gives.
    _ = try ProgressStore(folder: url, scheduler: Scheduler(desiredRetention: 0.8))
    let again = try ProgressStore(folder: url)
    #expect(try (0..<10).map { try #require(try again.state(of: item("card \($0)"))) } == kept)
  }
}
