import Foundation
import Testing

@testable import Cells

/// A cell rests when it has done what it was asked for, and never by its own word alone.
@Suite struct CellEndingTests {
  /// A group of no process.
  let ending = CellEnding(
    group: .max, launch: Sandbox.Launch(executable: URL(filePath: "/none"), arguments: [], environment: [:]), seconds: 1
  )

  @Test func itRestsOnceForEachThingAsked() {
    #expect(ending.rests())
    #expect(!ending.rests())
    ending.works()
    #expect(ending.rests())
    #expect(!ending.rests())
  }

  @Test func itsTimeStandsStillOnlyWhileItRests() async throws {
    #expect(ending.rests())
    ending.works()
    #expect(ending.rests())
    #expect(!ending.rests())
    ending.works()
    // Nothing was asked of it since: it has its second, and no more.
    try await ending.supervise()
    #expect(ending.cause == .outOfTime)
  }

  /// What it has written is forgotten with each thing that it was asked for, and not before.
  @Test func whatItHasWrittenCountsUntilItRests() {
    #expect(ending.counts(Limits.output))
    #expect(ending.rests())
    #expect(ending.counts(Limits.output))
    #expect(!ending.rests())
    #expect(!ending.counts(1))
    #expect(ending.cause == .took(.output))
  }

  @Test func askedToStopItHasItsTimeToTheEnd() async throws {
    #expect(!ending.mayStop)
    #expect(ending.rests())
    ending.isToStop(anew: true)
    #expect(ending.mayStop)
    #expect(!ending.rests())
    try await ending.supervise()
    #expect(ending.cause == .outOfTime)
  }
}
