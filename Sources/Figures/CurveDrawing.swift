import Display

/// A curve as an SVG drawing that takes its colours from the page (`currentColor` and the class `curve`).
package struct CurveDrawing {
  package let curve: Series
  private let width: Float = 640
  private let height: Float = 280
  private let left: Float = 56
  private let right: Float = 12
  private let top: Float = 12
  private let bottom: Float = 40

  package init(_ curve: Series) {
    self.curve = curve
  }

  /// The drawing as an `<svg>` element with a title and the sentence that says what it shows.
  package var svg: String {
    let points = zip(curve.x, curve.y).filter { $0.0.isFinite && $0.1.isFinite }
    guard let lowX = points.map(\.0).min(), let highX = points.map(\.0).max(),
      let lowestY = points.map(\.1).min(), let highY = points.map(\.1).max()
    else { return "" }
    // A quantity that is never negative is drawn from zero: half the height is then half the amount.
    let lowY = lowestY >= 0 ? 0 : lowestY
    func position(_ x: Float, _ y: Float) -> (x: String, y: String) {
      let across = Figure.share(of: x, from: lowX, to: highX) ?? 0.5
      let up = Figure.share(of: y, from: lowY, to: highY) ?? 0.5
      return (
        coordinate(left + across * (width - left - right)), coordinate(height - bottom - up * (height - top - bottom))
      )
    }
    var lines = [
      #"<svg class="curve" viewBox="0 0 \#(Int(width)) \#(Int(height))" role="img" aria-label="\#(escape(curve.sentence))">"#
    ]
    for tick in Figure.ticks(from: lowY, to: highY, count: 4) {
      let y = position(lowX, tick).y
      lines.append(
        #"<line class="grid" x1="\#(coordinate(left))" y1="\#(y)" x2="\#(coordinate(width - right))" y2="\#(y)"/>"#)
      lines.append(
        #"<text x="\#(coordinate(left - 8))" y="\#(y)" text-anchor="end" dominant-baseline="middle">\#(Figure.text(tick))</text>"#
      )
    }
    for tick in Figure.ticks(from: lowX, to: highX, count: 6) {
      let x = position(tick, lowY).x
      lines.append(
        #"<text x="\#(x)" y="\#(coordinate(height - bottom + 20))" text-anchor="middle">\#(Figure.text(tick))</text>"#)
    }
    let path = points.map { point in
      let place = position(point.0, point.1)
      return "\(place.x),\(place.y)"
    }
    lines.append(#"<polyline class="line" fill="none" points="\#(path.joined(separator: " "))"/>"#)
    lines.append("</svg>")
    return lines.joined(separator: "\n")
  }

  private func coordinate(_ value: Float) -> String {
    Figure.text((value * 10).rounded() / 10)
  }

  private func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
