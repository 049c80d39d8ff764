import Crypto
import Foundation

/// What was set for a run, apart from its program.
struct RunVariant {
  var seed: UInt64?
  var settings: [String: Float] = [:]

  /// Where its events are kept: a program's own run, with nothing set, has the plain name.
  var fileName: String {
    guard seed != nil || !settings.isEmpty else { return "events.jsonl" }
    let parts = settings.keys.sorted().map { "\($0)=\(settings[$0] ?? 0)" } + [seed.map { "seed=\($0)" } ?? ""]
    let hash = SHA256.hash(data: Data(parts.joined(separator: "\0").utf8))
    return "events-" + hash.prefix(8).map { String(format: "%02x", $0) }.joined() + ".jsonl"
  }
}
