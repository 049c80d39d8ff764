import Autodiff
import Foundation
import Generative
import Learning
import Numerics

/// Whether the memory of a long training stays flat: a small VAE, fed and trained as in a lesson.
enum MemoryBenchmark {
  /// `--steps N`: 200,000 unless it is given.
  static func run(_ arguments: [String]) {
    var steps = 200_000
    if let index = arguments.firstIndex(of: "--steps"), index + 1 < arguments.count {
      steps = Int(arguments[index + 1]) ?? steps
    }
    let points = Set([1, 100, 1_000, 10_000, steps / 4, steps / 2, steps * 3 / 4, steps])
    let model = VariationalAutoencoder(features: 64, latent: 2, hidden: [32], seed: 1)
    print("step         resident KiB")
    model.fit(Digits.all, steps: steps, batch: 64) { step in
      guard points.contains(step.number) else { return }
      print("\(step.number)".padding(toLength: 10, withPad: " ", startingAt: 0), residentKiB() ?? "unknown here")
    }
  }

  /// What the process holds in memory, as Linux tells it.
  private static func residentKiB() -> String? {
    guard let status = FileManager.default.contents(atPath: "/proc/self/status") else { return nil }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.map {
      String(repeating: " ", count: max(0, 12 - $0.count)) + $0
    }
  }
}
