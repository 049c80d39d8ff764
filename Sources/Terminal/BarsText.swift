import Display
import Figures

/// Amounts as bars of characters: lying while they are few, standing where there are many.
struct BarsText {
  private let bars: Bars
  private let width: Int

  init(_ bars: Bars, width: Int) {
    self.bars = bars
    self.width = width
  }

  var lines: [Line] {
    [Line(bars.name, .bold)] + (bars.labels.count <= 12 ? lying : standing)
  }

  private var highest: Float {
    max(0, bars.values.filter(\.isFinite).max() ?? 0)
  }

  private var lying: [Line] {
    let indent = bars.labels.map(\.columns).max() ?? 0
    let amounts = bars.values.map { Figure.text($0) }
    let scale = highest > 0 ? 1 / highest : 0
    let room = max(4, width - indent - 2 - (amounts.map(\.columns).max() ?? 0))
    return bars.labels.indices.map { index in
      let label = bars.labels[index]
      let share = bars.values[index].isFinite ? max(0, bars.values[index]) * scale : 0
      return Line([
        Span(label + String(repeating: " ", count: indent - label.columns + 1)),
        Span(Self.bar(share * Float(room)), .colour(.cyan)), Span(" " + amounts[index], .faint),
      ])
    }
  }

  /// Whole blocks, and a last one of eighths.
  private static func bar(_ length: Float) -> String {
    let eighths = Int((length * 8).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }

  private var standing: [Line] {
    let rows = 6
    let signs = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    // Where there are more bars than columns, neighbours share one.
    let columns = min(bars.values.count, max(8, width))
    let amounts = (0..<columns).map { column in
      let part = bars.values[column * bars.values.count / columns..<(column + 1) * bars.values.count / columns]
      return part.filter(\.isFinite).max() ?? 0
    }
    let scale = highest > 0 ? Float(rows * 8) / highest : 0
    var lines = (0..<rows).map { row in
      Line(
        amounts.map { amount in
          let eighths = Int((max(0, amount) * scale).rounded())
          return signs[min(8, max(0, eighths - (rows - 1 - row) * 8))]
        }.joined(), .colour(.cyan))
    }
    let first = bars.labels.first ?? "", last = bars.labels.last ?? ""
    let gap = String(repeating: " ", count: max(1, columns - first.columns - last.columns))
    lines.append(Line(first + gap + last + "  highest \(Figure.text(highest))", .faint))
    return lines
  }
}
