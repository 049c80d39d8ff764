import Messages
import Course

/// How a piece of text looks. Meaning never rests on it alone.
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

/// One line of styled text, without its end.
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
      let text = visible(span.text)
      let on = colours == .none ? "" : span.style.on
      return on.isEmpty ? text : on + text + "\u{1B}[0m"
    }.joined()
  }

  package static func + (left: Line, right: Line) -> Line { Line(left.spans + right.spans) }
}

extension String {
  /// Columns that a terminal gives the text as it is shown: two for wide East Asian characters and emoji, none for marks
  /// that join the character before them.
  package var columns: Int {
    var columns = 0
    for character in visible(self) {
      guard let scalar = character.unicodeScalars.first else { continue }
      switch scalar.value {
      case 0x20..<0x7F: columns += 1
      case 0..<0x20, 0x7F..<0xA0: break
      case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
        columns += 2
      default:
        let isMark = [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
        columns += isMark ? 0 : scalar.properties.isEmojiPresentation ? 2 : 1
      }
    }
    return columns
  }
}
