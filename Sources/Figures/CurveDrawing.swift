import Events

/// A curve as an SVG drawing that takes its colours from the page (`currentColor` and the class `curve`).
package struct CurveDrawing {
  package let curve: Series
  private let canvas = DrawingCanvas()
  /// The unit of the curve's x, such as `step`.
  private let unit: String?

  package init(_ curve: Series, unit: String? = nil) {
    self.curve = curve
    self.unit = unit
  }

  /// The drawing as an `<svg>` element with the sentence that says what it shows; empty where there is no point.
  package var svg: String {
    let points = zip(curve.x, curve.y).filter { $0.0.isFinite && $0.1.isFinite }
    let xs = points.map { $0.0 }, ys = points.map { $0.1 }
    guard let lowX = xs.min(), let highX = xs.max(), let lowestY = ys.min(), let highY = ys.max() else {
      return ""
    }
    // A quantity that is never negative is drawn from zero: half the height is then half the amount.
    let lowY = lowestY >= 0 ? 0 : lowestY
    func across(_ x: Float) -> Float {
      canvas.left + (Figure.share(of: x, from: lowX, to: highX) ?? 0.5) * (canvas.right - canvas.left)
    }
    func up(_ y: Float) -> Float {
      canvas.bottom - (Figure.share(of: y, from: lowY, to: highY) ?? 0.5) * (canvas.bottom - canvas.top)
    }
    var lines = canvas.opening(class: "curve", sentence: curve.sentence)
    for tick in Figure.ticks(from: lowY, to: highY, count: 4) {
      lines += canvas.gridLine(at: up(tick), label: Figure.text(tick))
    }
    for tick in Figure.ticks(from: lowX, to: highX, count: 6) {
      lines.append(canvas.label(Figure.text(tick), under: across(tick)))
    }
    if let unit { lines.append(canvas.axisName(unit)) }
    // A piece at a time: a text of its own for each of a million points would take a hundred megabytes.
    var path = ""
    for point in points {
      if !path.isEmpty { path += " " }
      path += "\(canvas.text(across(point.0))),\(canvas.text(up(point.1)))"
    }
    lines.append(#"<polyline class="line" fill="none" points="\#(path)"/>"#)
    return (lines + ["</svg>"]).joined(separator: "\n")
  }
}
