/// The paper that drawings with axes share: its size, its margins, and how its parts are written.
struct DrawingCanvas {
  let width: Float = 640
  let height: Float = 280
  let left: Float = 56
  let top: Float = 12
  /// A label of five digits below the last tick is not cut.
  var right: Float { width - 18 }
  var bottom: Float { height - 40 }

  func opening(class name: String, sentence: String) -> [String] {
    [#"<svg class="\#(name)" \#(box(above: 0)) role="img" aria-label="\#(escape(sentence))">"#]
  }

  func gridLine(at y: Float, label: String) -> [String] {
    let place = #"x="\#(text(left - 8))" y="\#(text(y))""#
    return [
      #"<line class="grid" x1="\#(text(left))" y1="\#(text(y))" x2="\#(text(right))" y2="\#(text(y))"/>"#,
      #"<text \#(place) text-anchor="end" dominant-baseline="middle">\#(escape(label))</text>"#,
    ]
  }

  func label(_ label: String, under x: Float) -> String {
    #"<text x="\#(text(x))" y="\#(text(bottom + 20))" text-anchor="middle">\#(escape(label))</text>"#
  }

  /// What the horizontal axis counts, below its end.
  func axisName(_ name: String) -> String {
    #"<text x="\#(text(right))" y="\#(text(height - 5))" text-anchor="end">\#(escape(name))</text>"#
  }

  /// A coordinate, to a tenth of a unit.
  func text(_ value: Float) -> String {
    let tenths = (value * 10).rounded()
    // On the paper, digits alone: a curve may have a million points.
    guard (0..<10_000).contains(tenths) else { return Figure.text(tenths / 10) }
    let whole = Int(tenths) / 10, rest = Int(tenths) % 10
    return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
  }

  func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// The drawing as a file of its own: no page gives it colours, nor its name.
  static func standalone(_ svg: String, title: String) -> String {
    let style =
      "svg { background: #fff; font: 11px sans-serif } .grid { stroke: #ddd } text { fill: #555 } "
      + ".line { fill: none; stroke: #0b6e99; stroke-width: 1.6 } .bar { fill: #0b6e99 } "
      + ".title { font-size: 14px; font-weight: bold; fill: #222 }"
    guard let end = svg.firstIndex(of: ">") else { return svg }
    let canvas = DrawingCanvas()
    let lines = canvas.lines(title)
    // The title stands above the drawing, whose own places stay as they are.
    let space = 18 * lines.count + 6
    let opening = svg[..<end].replacing("<svg ", with: #"<svg xmlns="http://www.w3.org/2000/svg" "#, maxReplacements: 1)
      .replacing(canvas.box(above: 0), with: canvas.box(above: space))
    let texts = lines.enumerated().map { index, line in
      #"<text class="title" x="\#(canvas.text(canvas.left))" y="\#(18 * (index + 1) - space)">\#(canvas.escape(line))</text>"#
    }
    return opening + "><style>\(style)</style>\n" + texts.joined(separator: "\n") + svg[svg.index(after: end)...] + "\n"
  }

  /// The `viewBox`, with room above the drawing.
  private func box(above space: Int) -> String {
    #"viewBox="0 \#(-space) \#(Int(width)) \#(Int(height) + space)""#
  }

  /// A title in lines that are as wide as the drawing.
  private func lines(_ title: String) -> [String] {
    var lines: [String] = []
    for word in title.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 70 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
