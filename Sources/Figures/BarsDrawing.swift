import Events

/// Amounts as an SVG drawing of standing bars that takes its colours from the page (the class `bars`).
package struct BarsDrawing {
  private let bars: Bars
  private let canvas = DrawingCanvas()

  package init(_ bars: Bars) {
    self.bars = bars
  }

  /// The drawing as an `<svg>` element with the sentence that says what it shows; empty where there is no bar.
  package var svg: String {
    let values = bars.values.map { $0.isFinite ? $0 : 0 }
    guard let highest = values.max(), let lowest = values.min() else { return "" }
    // Bars stand on zero, whatever their amounts.
    let low = min(0, lowest), high = max(0, highest)
    func height(_ value: Float) -> Float {
      canvas.bottom - (Figure.share(of: value, from: low, to: high) ?? 0) * (canvas.bottom - canvas.top)
    }
    var lines = canvas.opening(class: "bars", sentence: bars.sentence)
    for tick in Figure.ticks(from: low, to: high, count: 4) {
      lines += canvas.gridLine(at: height(tick), label: Figure.text(tick))
    }
    let each = (canvas.right - canvas.left) / Float(values.count)
    // A character is some six units wide; labels that would touch are left out evenly.
    let widest = Float(bars.labels.map { $0.count }.max() ?? 0) * 6.4 + 6
    let every = max(1, Int((widest / each).rounded(.up)))
    for (index, value) in values.enumerated() {
      let left = canvas.left + Float(index) * each
      let (top, bottom) = (min(height(value), height(0)), max(height(value), height(0)))
      let place = #"x="\#(canvas.text(left + each * 0.06))" y="\#(canvas.text(top))""#
      let size = #"width="\#(canvas.text(each * 0.88))" height="\#(canvas.text(bottom - top))""#
      let title = "\(bars.labels[index]): \(Figure.text(bars.values[index]))"
      lines.append(#"<rect class="bar" \#(place) \#(size)><title>\#(canvas.escape(title))</title></rect>"#)
      if index % every == 0 { lines.append(canvas.label(bars.labels[index], under: left + each / 2)) }
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }
}
