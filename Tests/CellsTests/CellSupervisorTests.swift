import Foundation
import Synchronization
import Testing

@testable import Cells

/// A cell rests when it has done what it was asked for, and never by its own word alone.
@Suite struct CellSupervisorTests {
  /// A group of no process.
  let supervisor = CellSupervisor(
    group: .max, launch: Self.launch, limit: TimeLimit(cellSeconds: 1, slowness: 1))

  private static var launch: Sandbox.Launch {
    Sandbox.Launch(executable: URL(filePath: "/none"), arguments: [], environment: [:])
  }

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

  #if os(Linux)
    /// Work counts, and the clock tenfold: who sleeps has not worked, and who shares its processor only as much as it
    /// had of it.
    @Test(arguments: [
      ("while :; do :; done", CellSupervisor.Cause.outOfTime), ("sleep 600", .waitedTooLong),
      ("while :; do :; done & while :; do :; done", .outOfTime),
    ]) func workAndTheClockAreCountedApart(script: String, cause: CellSupervisor.Cause) async throws {
      let process = try Self.start(script)
      defer { Self.end(process) }
      let supervisor = CellSupervisor(
        group: process.processIdentifier, launch: Self.launch, limit: TimeLimit(cellSeconds: 1, slowness: 0.2))
      try await supervisor.supervise()
      #expect(supervisor.terminationCause == cause)
    }

    /// While it is stopped with us, nobody's time passes; nor does it where we do not come to look.
    @Test func ofALongAbsenceOnlyASecondCounts() {
      let limit = TimeLimit(cellSeconds: 1, slowness: 1)
      let supervisor = CellSupervisor(group: .max, launch: Self.launch, limit: limit)
      #expect(supervisor.add(worked: 0.4, passed: 400) == nil)
      #expect(supervisor.add(worked: 0.5, passed: 400) == nil)
      #expect(supervisor.add(worked: 0.2, passed: 0.2) == .outOfTime)
    }

    /// It is asked to stop, and ended where it does not.
    @Test func timeToKeepWhatWasLearnedIsGivenOnce() async throws {
      let process = try Self.start("while :; do :; done")
      defer { Self.end(process) }
      let asked = Mutex(0)
      let supervisor = CellSupervisor(
        group: process.processIdentifier, launch: Self.launch, limit: TimeLimit(cellSeconds: 1, slowness: 0.2),
        askToStop: { asked.withLock { $0 += 1 } })
      let time = try await ContinuousClock().measure { try await supervisor.supervise() }
      #expect(asked.withLock { $0 } == 1)
      #expect(supervisor.terminationCause == .outOfTime)
      #expect(time > .seconds(2))
    }

    private static func start(_ script: String) throws -> Process {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      // It ends by itself where nobody comes to look for long.
      process.arguments = ["-c", "ulimit -t 5; " + script]
      try process.run()
      return process
    }

    /// Ends it and all below it.
    private static func end(_ process: Process) {
      for child in ProcessTreeMonitor().children(of: process.processIdentifier) { kill(child, SIGKILL) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  #endif
}
