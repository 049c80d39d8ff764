import Events
import Figures

/// A curve in braille.
package struct CurveText {
  private let curve: Series
  private let columns: Int
  private let rows: Int

  package init(_ curve: Series, width: Int, rows: Int = 8) {
    self.curve = curve
    self.columns = max(8, width - 10)
    self.rows = rows
  }

  /// The name, the plot with its highest and lowest value at the side, and the ends of the x axis below.
  package var lines: [Line] {
    let points = zip(curve.x, curve.y).filter { $0.0.isFinite && $0.1.isFinite }
    guard let lowX = points.map(\.0).min(), let highX = points.map(\.0).max(),
      let lowestY = points.map(\.1).min(), let highY = points.map(\.1).max(), let last = points.last
    else { return [Line(curve.name, .bold)] }
    // A quantity that is never negative is drawn from zero, as on the page.
    let lowY = lowestY >= 0 ? 0 : lowestY
    let title = title(now: last.1)
    // The plot gives the name the lines that it needs, so that a frame's lines can be counted.
    let rows = self.rows - (title.count - 1)
    var dots = Braille(columns: columns, rows: rows)
    var former: (x: Int, y: Int)?
    for point in points {
      let across = Figure.share(of: point.0, from: lowX, to: highX) ?? 0
      let up = Figure.share(of: point.1, from: lowY, to: highY) ?? 0.5
      let place = (
        x: Int((across * Float(columns * 2 - 1)).rounded()), y: Int(((1 - up) * Float(rows * 4 - 1)).rounded())
      )
      dots.line(from: former ?? place, to: place)
      former = place
    }
    var lines = title
    for row in 0..<rows {
      let label = row == 0 ? Figure.text(highY) : row == rows - 1 ? Figure.text(lowY) : ""
      lines.append(
        Line([
          Span(String(repeating: " ", count: max(0, 8 - label.columns)) + label, .faint), Span(" │", .faint),
          Span(dots.text(row: row), .colour(.cyan)),
        ]))
    }
    let left = Figure.text(lowX), right = Figure.text(highX)
    let gap = String(repeating: " ", count: max(1, columns - left.columns - right.columns))
    lines.append(Line(String(repeating: " ", count: 10) + left + gap + right, .faint))
    return lines
  }

  /// The name, and behind it where the curve is now. Where that takes so many lines that little is left of the plot,
  /// the name is cut.
  private func title(now: Float) -> [Line] {
    let width = columns + 10
    let now = Span("  now \(Figure.text(now))", .faint)
    var lines = Wrapping.lines([Span(curve.name, .bold)], width: width)
    if let last = lines.last, last.width + now.text.columns <= width {
      lines[lines.count - 1].spans.append(now)
    } else {
      lines.append(Line(String(now.text.dropFirst(2)), .faint))
    }
    guard lines.count > 1, rows - (lines.count - 1) < 3 else { return lines }
    return [Line([Span(curve.name.fitting(max(8, width - now.text.columns)), .bold), now])]
  }
}
