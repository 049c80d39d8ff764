import Foundation

/// The line that says how far a run is, and how long it still takes.
struct ProgressText {
  let step: Int
  let total: Int
  let unit: String
  /// The seconds since the run began.
  let seconds: Double

  func line(width: Int) -> Line {
    let share = min(1, max(0, Double(step) / Double(max(1, total))))
    // Behind the last step scores are computed, which no bar can tell of.
    if step >= total { return Line("\(unit) \(step) of \(total) done, computing on …".fitting(max(1, width)), .faint) }
    var text = "  \(unit) \(step) of \(total)"
    if share > 0.02, share < 1, seconds > 0.5 { text += ", \(left(share)) left" }
    let bar = max(0, min(28, width - text.columns))
    let filled = Int((share * Double(bar)).rounded())
    return Line([
      Span(String(repeating: "━", count: filled), .colour(.green)),
      Span(String(repeating: "─", count: bar - filled), .faint), Span(text.fitting(max(1, width - bar)), .faint),
    ])
  }

  private func left(_ share: Double) -> String {
    let seconds = Int((seconds / share * (1 - share)).rounded(.up))
    return seconds < 100 ? "\(seconds) s" : "\((seconds + 30) / 60) min"
  }
}
