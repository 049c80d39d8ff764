import Foundation
import GRDB
import Practice
import SpacedRepetition
import TestSupport
import Testing

@testable import Progress

/// Real processes on one store: killed at random moments, and two at once.
@Suite(.serialized) struct ProcessTests {
  /// `LEARN_KILLS=200 swift test` for the full number.
  static let kills = ProcessInfo.processInfo.environment["LEARN_KILLS"].flatMap { Int($0) } ?? 10

  /// The executable that lies beside the test bundle.
  func writer() throws -> URL {
    let bundle = CommandLine.arguments.compactMap { argument in
      argument.range(of: ".xctest").map { String(argument[..<$0.upperBound]) }
    }
    return URL(filePath: try #require(bundle.first)).deletingLastPathComponent().appending(path: "ProgressWriter")
  }

  func start(_ folder: URL, session: String, count: Int) throws -> (process: Process, output: Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = try writer()
    process.arguments = [folder.path(), session, "\(count)"]
    process.standardOutput = output
    try process.run()
    return (process, output)
  }

  /// Ids on whole lines: a line cut short by the kill was confirmed all the same, but nobody could have read it.
  func confirmed(_ output: Pipe) throws -> [EventID] {
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { line in
      let parts = line.split(separator: " ")
      return parts.count == 2 ? Int64(parts[1]).map { EventID(device: String(parts[0]), counter: $0) } : nil
    }
  }

  func recorded(_ store: ProgressStore) throws -> [EventID] {
    try store.read { db in try Array(ProgressStore.events("ORDER BY event.id", [], db).map(\.id)) }
  }

  @Test func noConfirmedAnswerIsLostWhenTheProcessIsKilled() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 2026)
    var all: [EventID] = []
    for round in 0..<Self.kills {
      let (process, output) = try start(folder.url, session: "\(round)", count: 100_000)
      Thread.sleep(forTimeInterval: Double.random(in: 0...0.12, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let ids = try confirmed(output)
      all += ids

      let store = try ProgressStore(folder: folder.url)
      try store.checkIntegrity()
      let known = try recorded(store)
      #expect(Set(known).count == known.count)
      #expect(Set(all).isSubset(of: Set(known)))
      // At most the one answer that was on disk but not yet confirmed.
      let ofThisRound = try store.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM event WHERE session = ?", arguments: ["\(round)"]) ?? 0
      }
      #expect(ofThisRound - ids.count <= 1)
    }
    // The states that were kept step by step through all the kills are those of the log.
    let store = try ProgressStore(folder: folder.url)
    let kept = try store.states(of: ["words"])
    _ = try ProgressStore(folder: folder.url, scheduler: Scheduler(desiredRetention: 0.8))
    #expect(try ProgressStore(folder: folder.url).states(of: ["words"]) == kept)
  }

  @Test func twoProcessesAtOnceKeepBothSetsOfAnswers() throws {
    let folder = try TemporaryFolder()
    let runs = try (0..<2).map { try start(folder.url.appending(path: "new"), session: "\($0)", count: 100) }
    var ids: [EventID] = []
    for run in runs {
      ids += try confirmed(run.output)
      run.process.waitUntilExit()
      #expect(run.process.terminationStatus == 0)
    }
    let store = try ProgressStore(folder: folder.url.appending(path: "new"))
    #expect(ids.count == 200)
    #expect(Set(try recorded(store)) == Set(ids))
    #expect(try store.states(of: ["words"]).values.reduce(0) { $0 + $1.answers } == 200)
  }
}
