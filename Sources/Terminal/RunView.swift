import Display
import Figures
import Foundation

/// A run of a cell as it is seen: drawn anew while it goes on, and once more, whole, at its end.
///
/// It makes text and writes nothing, so that a test can read what a person would see.
package struct RunView {
  private let screen: Screen
  private var recording = Recording()
  /// Lines of the last frame, to be drawn over.
  private var drawn = 0
  private var start = Date()

  package init(screen: Screen) {
    self.screen = screen
  }

  package mutating func add(_ event: Event) {
    recording.add(event)
  }

  /// The next frame, drawn over the last one. A frame is never higher than the screen: what does not fit is shown at
  /// the end.
  package mutating func frame() -> String {
    let lines = (content(height: screen.height - 3) + [progressLine]).suffix(max(1, screen.height - 1))
    let text = erase + lines.map { $0 + "\u{1B}[K\n" }.joined() + "\u{1B}[0J"
    drawn = lines.count
    // Terminals that know these marks show the frame at once; others pass them over. The cursor rests meanwhile.
    return "\u{1B}[?2026h\u{1B}[?25l" + text + "\u{1B}[?2026l"
  }

  /// Takes the last frame away and gives the cursor back.
  package mutating func clear() -> String {
    guard drawn > 0 else { return "" }
    let text = erase + "\u{1B}[0J\u{1B}[?25h"
    drawn = 0
    return text
  }

  /// All that was shown. Where nobody looks at pictures, the sentences that describe them.
  package func result() -> String {
    let lines =
      screen.isInteractive ? content(height: .max) : recording.items.map(\.sentence)
    return lines.map { $0 + "\n" }.joined()
  }

  private var erase: String { drawn > 0 ? "\u{1B}[\(drawn)F" : "" }

  private func content(height: Int) -> [String] {
    let curves = recording.items.filter { if case .curve = $0 { true } else { false } }.count
    let rows = height == .max ? 8 : max(3, min(8, (height - 4) / max(1, curves) - 3))
    return recording.items.flatMap { item -> [String] in
      switch item {
      case .text(let text):
        return Wrapping.lines([Span(text)], width: screen.measure).map { $0.rendered(screen.colours) }
      case .metric(let metric): return wrapped(line(metric).spans)
      case .setting(let setting): return wrapped([Span(setting.sentence, .faint)])
      case .curve(let curve):
        return CurveText(curve, width: min(screen.width, 74), rows: rows).lines.map { $0.rendered(screen.colours) }
      case .picture(let picture): return lines(picture)
      case .plane(let plane):
        // Two pixels to a row; in a frame the plane leaves room for what stands around it.
        let side = min(72, screen.width, height == .max ? 72 : max(16, (height - 8) * 2))
        return lines(PlaneDrawing(plane, side: side).picture)
      case .table(let table):
        return ([Line(table.name, .bold)] + TableText(head: table.head, rows: table.rows, width: screen.width).lines)
          .map { $0.rendered(screen.colours) }
      case .bars(let bars):
        return BarsText(bars, width: min(screen.width, 74)).lines.map { $0.rendered(screen.colours) }
      }
    }
  }

  private func lines(_ picture: Picture) -> [String] {
    PictureText(picture, width: screen.width).lines(screen.colours)
      + Wrapping.lines([Span(picture.caption, .italic)], width: screen.measure).map { $0.rendered(screen.colours) }
  }

  /// A line that is wider than the screen would take two of its rows, and a frame's lines are counted.
  private func wrapped(_ spans: [Span]) -> [String] {
    Wrapping.lines(spans, width: screen.width).map { $0.rendered(screen.colours) }
  }

  private func line(_ metric: Metric) -> Line {
    var line = Line([Span("\(metric.name) ", .plain), Span(metric.valueText, .bold)])
    if let isAsExpected = metric.isAsExpected {
      line.spans.append(
        Span("  \(isAsExpected ? "✓" : "✗") \(metric.verdictText)", .colour(isAsExpected ? .green : .red)))
    }
    return line
  }

  private var progressLine: String {
    guard let progress = recording.progress, progress.total > 0 else {
      return Line("running …", .faint).rendered(screen.colours)
    }
    let share = min(1, max(0, Double(progress.step) / Double(progress.total)))
    var text = "  \(progress.unit) \(progress.step) of \(progress.total)"
    let elapsed = Date().timeIntervalSince(start)
    if share > 0.02, share < 1, elapsed > 0.5 {
      text += String(format: ", %.0f s left", elapsed / share * (1 - share))
    }
    let width = max(0, min(28, screen.width - text.columns))
    let filled = Int((share * Double(width)).rounded())
    let bar = String(repeating: "━", count: filled)
    let rest = String(repeating: "─", count: width - filled)
    return Line([Span(bar, .colour(.green)), Span(rest, .faint), Span(text, .faint)]).rendered(screen.colours)
  }
}
