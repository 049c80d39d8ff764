import Course
import Messages

/// The look of a piece of text. Meaning never rests on it alone.
package struct Style: Equatable, Sendable {
  package enum Colour: Int, Sendable {
    case red = 1, green, yellow, blue, magenta, cyan
    case grey = 60
  }

  package var isBold = false
  package var isItalic = false
  package var isUnderlined = false
  package var isStruck = false
  package var colour: Colour?

  package init() {}

  package static let plain = Style()
  package static let bold = make { $0.isBold = true }
  package static let italic = make { $0.isItalic = true }
  package static let faint = make { $0.colour = .grey }

  package static func colour(_ colour: Colour) -> Style { make { $0.colour = colour } }

  private static func make(_ change: (inout Style) -> Void) -> Style {
    var style = Style()
    change(&style)
    return style
  }

  /// The sequence that switches the style on; empty for plain text.
  var on: String {
    var codes: [Int] = []
    if isBold { codes.append(1) }
    if isItalic { codes.append(3) }
    if isUnderlined { codes.append(4) }
    if isStruck { codes.append(9) }
    if let colour { codes.append(30 + colour.rawValue) }
    return codes.isEmpty ? "" : "\u{1B}[" + codes.map { "\($0)" }.joined(separator: ";") + "m"
  }
}

/// A piece of text with its style.
package struct Span: Equatable, Sendable {
  package var text: String
  package var style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A line of styled text, without its end.
package struct Line: Equatable, Sendable, ExpressibleByStringLiteral {
  package var spans: [Span]

  package init(_ spans: [Span] = []) { self.spans = spans }
  package init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }
  package init(stringLiteral text: String) { self.init(text) }

  /// Columns that the line takes.
  package var width: Int { spans.reduce(0) { $0 + $1.text.columns } }

  /// The line as it is written to a place with these colours: without sequences where there are none. Words stay words,
  /// whoever wrote them: control characters in them are shown.
  package func rendered(_ colours: Screen.Colours) -> String {
    spans.map { span in
      // How far a tab goes depends on where it stands, and a cell of a table does not know that.
      var text = visible(span.text)
      if text.utf8.contains(0x09) { text = text.replacing("\t", with: Character.tab) }
      let on = colours == .none ? "" : span.style.on
      return on.isEmpty ? text : on + text + "\u{1B}[0m"
    }.joined()
  }

  package static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }
}
