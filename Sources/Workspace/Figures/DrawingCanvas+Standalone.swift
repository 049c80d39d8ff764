import Figures

extension DrawingCanvas {
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
