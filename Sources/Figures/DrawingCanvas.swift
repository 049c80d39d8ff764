/// The paper that drawings with axes share: its size, its margins, and how its parts are written.
package struct DrawingCanvas {
  package init() {}

  let width: Float = 640
  let height: Float = 280
  package let left: Float = 56
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

  /// The name of what the horizontal axis counts, below its end.
  func axisName(_ name: String) -> String {
    #"<text x="\#(text(right))" y="\#(text(height - 5))" text-anchor="end">\#(escape(name))</text>"#
  }

  /// A coordinate, to a tenth of a unit.
  package func text(_ value: Float) -> String {
    let tenths = (value * 10).rounded()
    // On the paper, digits alone: a curve may have a million points.
    guard (0..<10_000).contains(tenths) else { return Figure.text(tenths / 10) }
    let whole = Int(tenths) / 10, rest = Int(tenths) % 10
    return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
  }

  package func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// The `viewBox`, with room above the drawing.
  package func box(above space: Int) -> String {
    #"viewBox="0 \#(-space) \#(Int(width)) \#(Int(height) + space)""#
  }
}
