import Foundation
import Practice
import Progress

/// What `learn progress import` takes. A log that was taken is whole, can be read, and comes back from its export.
struct ProgressLogs: Fuzzer {
  static let name = "progress"
  private let sample: [UInt8]

  init() throws { sample = try Project.sample("progress.jsonl") }

  func input(_ mutator: inout Mutator) -> Input {
    Input(["log.jsonl": mutator.changed(sample, others: [sample])])
  }

  func read(_ folder: URL, scratch: URL) throws {
    let store = try mustSucceed("a new store") { try ProgressStore(folder: scratch) }
    let report = try store.import(from: folder.appending(path: "log.jsonl"))
    try mustSucceed("what was imported") {
      try store.checkIntegrity()
      _ = try store.due(at: 1_800_000_000)
      _ = try store.reviews()
      _ = try store.recallCurve()
      _ = try store.recentAttempts()
    }
    let again = scratch.appending(path: "again.jsonl")
    let back = try mustSucceed("the export") {
      try store.export(to: again)
      return try store.import(from: again)
    }
    if back.added != 0 || back.known != report.added {
      throw Fault(message: "\(report.added) events were imported; of their export \(back.known) are known")
    }
  }
}
