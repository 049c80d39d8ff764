import Markup

extension BlockText {
  /// Blocks behind an indent.
  package func lines(_ blocks: [Block], indent: String) -> [Line] {
    BlockText(width: width - indent.count).lines(blocks).map { Line(indent) + $0 }
  }

  /// Words behind a mark that stands before their first line only.
  func lines(marked mark: String, _ inlines: [Inline], style: Style = .plain) -> [Line] {
    Self.lines(marked: mark, BlockText(width: width - mark.columns).lines(inlines, style: style))
  }

  static func lines(marked mark: String, _ lines: [Line]) -> [Line] {
    let indent = String(repeating: " ", count: mark.columns)
    return lines.enumerated().map { index, line in Line(index == 0 ? mark : indent, .faint) + line }
  }

  /// A list whose numbers are what is typed.
  func lines(numbered texts: [[Inline]]) -> [Line] {
    texts.enumerated().flatMap { index, inlines in lines(marked: "\(index + 1)  ", inlines) } + [""]
  }
}
