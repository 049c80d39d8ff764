/// The paper that drawings with axes share: its size, its margins, and how its parts are written.
struct DrawingCanvas {
  let width: Float = 640
  let height: Float = 280
  let left: Float = 56
  let top: Float = 12
  var right: Float { width - 12 }
  var bottom: Float { height - 40 }

  func opening(class name: String, sentence: String) -> [String] {
    let box = "0 0 \(Int(width)) \(Int(height))"
    return [#"<svg class="\#(name)" viewBox="\#(box)" role="img" aria-label="\#(escape(sentence))">"#]
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

  /// A coordinate, to a tenth of a unit.
  func text(_ value: Float) -> String {
    Figure.text((value * 10).rounded() / 10)
  }

  func escape(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  /// The drawing as a file of its own, which no page gives its colours.
  static func standalone(_ svg: String) -> String {
    let style =
      "svg { background: #fff; font: 11px sans-serif } .grid { stroke: #ddd } text { fill: #555 } "
      + ".line { fill: none; stroke: #0b6e99; stroke-width: 1.6 } .bar { fill: #0b6e99 }"
    guard let end = svg.firstIndex(of: ">") else { return svg }
    return svg[..<end].replacing("<svg ", with: #"<svg xmlns="http://www.w3.org/2000/svg" "#, maxReplacements: 1)
      + "><style>\(style)</style>" + svg[svg.index(after: end)...] + "\n"
  }
}
