import Foundation

/// `benchmarks accept [rows…] [--seeds N] [--json]`: measures the figures that the models must reach, and says whether
/// they do. Without numbers, all rows.
enum Accept {
  /// Returns the exit status: 0 where every row that was measured is met, 1 where one is missed, 64 for wrong use.
  static func run(_ arguments: [String]) -> Int32 {
    var numbers: [Int] = []
    var seeds: Int?
    var asJSON = false
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--json" {
        asJSON = true
      } else if argument == "--seeds", let count = rest.popFirst().flatMap(Int.init), count > 0 {
        seeds = count
      } else if let number = Int(argument) {
        numbers.append(number)
      } else {
        FileHandle.standardError.write(Data("usage: benchmarks accept [rows…] [--seeds N] [--json]\n".utf8))
        return 64
      }
    }
    let rows = AcceptanceRow.all.filter { numbers.isEmpty || numbers.contains($0.number) }
    if !asJSON { print("| # | model | target | figure | seeds | seconds | verdict |\n|---|---|---|---|---|---|---|") }
    var allMet = true
    for row in rows {
      let outcome = Outcome(row, seeds: seeds ?? row.seeds)
      print(asJSON ? outcome.json : outcome.line)
      fflush(nil)
      if outcome.verdict == .missed { allMet = false }
    }
    return allMet ? 0 : 1
  }

  enum Verdict: String, Encodable { case met, missed, skipped }

  /// A row of the table, measured.
  struct Outcome: Encodable {
    var row: Int
    var model: String
    var target: String
    var figures: [String] = []
    var passed = 0
    var seeds = 0
    /// of processor time
    var seconds = 0.0
    var verdict = Verdict.skipped

    init(_ row: AcceptanceRow, seeds: Int) {
      self.row = row.number
      model = row.model
      target = row.target
      let start = processorSeconds()
      do {
        for seed in 1...UInt64(seeds) {
          let trial = try row.trial(seed)
          figures.append(trial.figure)
          passed += trial.passed ? 1 : 0
          self.seeds += 1
        }
        verdict = Double(passed) >= row.share * Double(seeds) ? .met : .missed
      } catch {
        figures.append("\(error)")
      }
      seconds = processorSeconds() - start
    }

    var line: String {
      "| \(row) | \(model) | \(target) | \(figures.joined(separator: "; ")) | \(passed) of \(seeds) "
        + "| \(String(format: "%.1f", seconds)) | \(verdict.rawValue) |"
    }

    var json: String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      // Numbers and text only: it cannot fail.
      return String(decoding: try! encoder.encode(self), as: UTF8.self)
    }
  }
}

/// Processor time of this process so far: on a shared machine it says more than the clock on the wall.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
