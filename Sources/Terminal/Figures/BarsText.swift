import Events
import Figures

/// Amounts as bars of characters: lying while they are few, standing where there are many.
struct BarsText {
  private let bars: Bars
  private let width: Int
  /// The number of rows of standing bars.
  private let rows: Int

  /// - Parameter rows: of all lines together; lying bars take a row each, whatever it is.
  init(_ bars: Bars, width: Int, rows: Int = 8) {
    self.bars = bars
    self.width = width
    self.rows = max(1, min(8, rows - 2))
  }

  var lines: [Line] {
    Wrapping.lines([Span(bars.name, .bold)], width: width) + (bars.labels.count <= 12 ? lying : standing)
  }

  private var highest: Float {
    max(0, bars.values.filter(\.isFinite).max() ?? 0)
  }

  private func share(_ value: Float) -> Float {
    value.isFinite ? max(0, Figure.share(of: value, from: 0, to: highest) ?? 0) : 0
  }

  private var lying: [Line] {
    let labels = bars.labels.map { $0.fitting(max(4, width / 2)) }
    let indent = labels.map(\.columns).max() ?? 0
    let amounts = bars.values.map { Figure.text($0) }
    let room = max(1, width - indent - 2 - (amounts.map(\.columns).max() ?? 0))
    return bars.labels.indices.map { index in
      let padding = String(repeating: " ", count: indent - labels[index].columns + 1)
      return Line([
        Span(labels[index] + padding), Span(Self.bar(share(bars.values[index]) * Float(room)), .colour(.cyan)),
        Span(" " + amounts[index], .faint),
      ])
    }
  }

  /// Whole blocks, and a last one of eighths.
  private static func bar(_ length: Float) -> String {
    let eighths = Int((length * 8).rounded())
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }

  /// The highest amount stands at the side, as with a curve.
  private var standing: [Line] {
    let room = max(8, width - 10)
    // Where there are more bars than columns, neighbours share one.
    let count = min(bars.values.count, room), each = max(1, min(4, room / count))
    let amounts = (0..<count).map { column in
      let part = bars.values[column * bars.values.count / count..<(column + 1) * bars.values.count / count]
      return part.filter(\.isFinite).max() ?? 0
    }
    let signs = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    let lines = (0..<rows).map { row in
      let label = row == 0 ? Figure.text(highest) : row == rows - 1 ? "0" : ""
      let bars = amounts.map { amount in
        let eighths = Int((share(amount) * Float(rows * 8)).rounded()) - (rows - 1 - row) * 8
        return String(repeating: signs[min(8, max(0, eighths))], count: each)
      }
      return Line([
        Span(String(repeating: " ", count: max(0, 8 - label.columns)) + label, .faint), Span(" │", .faint),
        Span(bars.joined(), .colour(.cyan)),
      ])
    }
    return lines + [Line(String(repeating: " ", count: 10) + labels(of: count, each: each, room: room), .faint)]
  }

  /// Labels below the left edges of their bars: all of them, or every second, third … where they would run into one
  /// another. Those of one column never do.
  private func labels(of count: Int, each: Int, room: Int) -> String {
    let labels = (0..<count).map { bars.labels[$0 * bars.labels.count / count].fitting(room / 2) }
    let widest = labels.map(\.columns).max() ?? 0
    let every = widest <= 1 ? 1 : (widest + each) / each
    var text = ""
    for index in stride(from: 0, to: count, by: every) where index * each + labels[index].columns <= room {
      text += String(repeating: " ", count: max(0, index * each - text.columns)) + labels[index]
    }
    return text
  }
}
