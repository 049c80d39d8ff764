#if os(Linux)
  import Foundation
  import TestSupport
  import Testing

  @testable import Cells

  /// A compiler that takes too much is ended, and what it took too much of is known; it sees nothing but what it is given.
  @Suite(.serialized) struct ToolRunTests {
    let confinement: Confinement

    init() async throws {
      _ = BrokenPipe.isNoSignal
      confinement = try await Confinement.find(environment: ProcessInfo.processInfo.environment)
    }

    func run(_ script: String, limits: ProcessLimits, wallSeconds: Int = 60) async throws -> ToolRun {
      let program = SandboxedProgram(
        command: { ["/bin/sh", "-c", script, $0] }, inputs: [], output: SandboxedProgram.Output(size: 1 << 20),
        limits: limits)
      return try await ToolRun(program, in: confinement, wallSeconds: wallSeconds)
    }

    @Test func timeOnTheProcessorIsLimited() async throws {
      let run = try await run("while :; do :; done", limits: .compiler(seconds: 1), wallSeconds: 300)
      #expect(run.excess == .time)
      #expect(!run.isSuccess)
    }

    @Test func waitingIsLimited() async throws {
      let run = try await run("sleep 600", limits: .compiler(seconds: 60), wallSeconds: 1)
      #expect(run.excess == .time)
    }

    @Test func memoryIsLimited() async throws {
      let run = try await run("tail /dev/zero; echo $?", limits: .compiler(seconds: 600), wallSeconds: 600)
      // A program that is refused may say so itself, or be ended.
      #expect(run.excess == .memory || run.output.contains("memory exhausted"), "\(run.output)")
    }

    @Test(.enabled(if: ToolRunTests.hasSandbox, "no sandbox here")) func roomIsLimited() async throws {
      let run = try await run(#"head -c 2m /dev/zero >"$0"/large"#, limits: .compiler(seconds: 60))
      #expect(!run.isSuccess)
      #expect(run.output.contains("No space left on device"), "\(run.output)")
    }

    @Test func wordsWithoutEndAreCut() async throws {
      let run = try await run("yes 0123456789 | head -c 40000000", limits: .compiler(seconds: 60))
      #expect(run.isSuccess)
      #expect(run.output.utf8.count >= Limits.compilerMessages)
      #expect(run.output.utf8.count < 2 * Limits.compilerMessages)
    }

    @Test func aCancelledRunLeavesNothing() async throws {
      let task = Task { try await run("sleep 71.4", limits: .compiler(seconds: 60)) }
      try await Task.sleep(for: .milliseconds(500))
      task.cancel()
      await #expect(throws: CellError.interrupted) { _ = try await task.value }
      for _ in 0..<100 where try Self.isRunning("71.4") { try await Task.sleep(for: .milliseconds(50)) }
      #expect(try !Self.isRunning("71.4"))
    }

    static let hasSandbox = ["/usr/bin/bwrap"].contains { FileManager.default.isExecutableFile(atPath: $0) }

    static func isRunning(_ word: String) throws -> Bool {
      try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { name in
        guard Int(name) != nil, let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") else {
          return false
        }
        return line.split(separator: 0).contains(Data(word.utf8))
      }
    }
  }
#endif
