import Foundation
import Testing

@testable import Cells

/// A cell rests when it has done what it was asked for, and never by its own word alone.
@Suite struct CellSupervisorTests {
  /// A group of no process.
  let supervisor = CellSupervisor(
    group: .max, launch: Sandbox.Launch(executable: URL(filePath: "/none"), arguments: [], environment: [:]), seconds: 1
  )

  @Test func itRestsOnceForEachThingAsked() {
    #expect(supervisor.pauseDeadline())
    #expect(!supervisor.pauseDeadline())
    supervisor.restartDeadline()
    #expect(supervisor.pauseDeadline())
    #expect(!supervisor.pauseDeadline())
  }

  @Test func itsTimeStandsStillOnlyWhileItRests() async throws {
    #expect(supervisor.pauseDeadline())
    supervisor.restartDeadline()
    #expect(supervisor.pauseDeadline())
    #expect(!supervisor.pauseDeadline())
    supervisor.restartDeadline()
    // Nothing was asked of it since: it has its second, and no more.
    try await supervisor.supervise()
    #expect(supervisor.terminationCause == .outOfTime)
  }

  /// What it has written is forgotten with each thing that it was asked for, and not before.
  @Test func whatItHasWrittenCountsUntilItRests() {
    #expect(supervisor.addOutput(Limits.output))
    #expect(supervisor.pauseDeadline())
    #expect(supervisor.addOutput(Limits.output))
    #expect(!supervisor.pauseDeadline())
    #expect(!supervisor.addOutput(1))
    #expect(supervisor.terminationCause == .took(.output))
  }

  @Test func askedToStopItHasItsTimeToTheEnd() async throws {
    #expect(!supervisor.isStopRequested)
    #expect(supervisor.pauseDeadline())
    supervisor.requestStop(restartingDeadline: true)
    #expect(supervisor.isStopRequested)
    #expect(!supervisor.pauseDeadline())
    try await supervisor.supervise()
    #expect(supervisor.terminationCause == .outOfTime)
  }
}
