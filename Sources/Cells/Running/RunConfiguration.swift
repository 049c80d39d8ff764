import Files
import Foundation

/// The settings of a run, apart from its program.
struct RunConfiguration {
  var seed: UInt64?
  var settings: [String: Float] = [:]

  /// The name of the file of the run's events: a program's own run, with nothing set, has the plain name.
  var fileName: String {
    guard seed != nil || !settings.isEmpty else { return "events.jsonl" }
    let parts = settings.keys.sorted().map { "\($0)=\(settings[$0] ?? 0)" } + [seed.map { "seed=\($0)" } ?? ""]
    return "events-" + SHA256(of: parts.joined(separator: "\0")).digest.prefix(8).hexadecimal + ".jsonl"
  }
}
