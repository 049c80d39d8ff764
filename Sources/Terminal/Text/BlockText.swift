import Course
import Markup
import Mathematics
import Messages

/// Blocks of a lesson as lines of text.
package struct BlockText {
  /// Columns that the text may take.
  package let width: Int
  private let commands: ShownCommands

  package init(width: Int, commands: ShownCommands = ShownCommands()) {
    self.width = max(16, width)
    self.commands = commands
  }

  /// Returns the layout of what is indented.
  private func indented(by columns: Int) -> BlockText {
    BlockText(width: width - columns, commands: commands)
  }

  /// The blocks with an empty line between them; none in a tight list.
  package func lines(_ blocks: [Block], isTight: Bool = false) -> [Line] {
    var result: [Line] = []
    for block in blocks {
      let lines = lines(block)
      if lines.isEmpty { continue }
      if !result.isEmpty, !isTight { result.append("") }
      result += lines
    }
    return result
  }

  package func lines(_ inlines: [Inline], style: Style = .plain) -> [Line] {
    Wrapping.lines(InlineText(commands).spans(inlines, style: style), width: width)
  }

  /// Words behind a label on their first line.
  package func lines(_ label: String, _ inlines: [Inline], style: Style = .plain) -> [Line] {
    Wrapping.lines([Span(label, .faint)] + InlineText(commands).spans(inlines, style: style), width: width)
  }

  /// Plain words, wrapped.
  package func lines(_ text: String, style: Style = .plain) -> [Line] {
    Wrapping.lines([Span(text, style)], width: width)
  }

  private func lines(_ block: Block) -> [Line] {
    switch block.kind {
    case .paragraph(let inlines): return lines(inlines)
    case .heading(let heading): return lines(heading.content, style: .bold)
    case .list(let list): return lines(list)
    case .codeBlock(let code): return lines(code)
    case .table(let table): return TableText(table, width: width, commands: commands).lines
    case .thematicBreak: return [Line(String(repeating: "─", count: min(width, 24)), .faint)]
    case .htmlBlock(let html):
      return block.comment != nil ? [] : html.split(separator: "\n").map { Line(String($0)) }
    case .blockQuote(let content): return quoted(content)
    }
  }

  /// Lines behind a bar.
  package func quoted(_ blocks: [Block], title: String? = nil, style: Style = .faint) -> [Line] {
    var inside = indented(by: 2).lines(blocks)
    if let title {
      var bold = style
      bold.isBold = true
      inside.insert(Line(title, bold), at: 0)
    }
    return inside.map { Line([Span("│ ", style)]) + $0 }
  }

  package func lines(_ list: List) -> [Line] {
    var result: [Line] = []
    for (index, item) in list.items.enumerated() {
      var marker: String
      switch list.marker {
      case .bullet: marker = "• "
      case .ordered(let start, let delimiter): marker = "\(start + index)\(delimiter == .period ? "." : ")") "
      }
      if let isChecked = item.isChecked { marker += isChecked ? "[x] " : "[ ] " }
      let indent = String(repeating: " ", count: marker.columns)
      let content = indented(by: marker.columns).lines(item.blocks, isTight: list.isTight)
      if !result.isEmpty, !list.isTight { result.append("") }
      for (number, line) in content.enumerated() {
        result.append(Line([Span(number == 0 ? marker : indent)]) + line)
      }
      if content.isEmpty { result.append(Line(marker)) }
    }
    return result
  }

  private func lines(_ code: CodeBlock) -> [Line] {
    switch code.language {
    case "math":
      // A display that is too wide comes as one long line.
      return displayed(code.literal).flatMap { Wrapping.lines([Span($0, .italic)], width: width - 4) }.map {
        Line("    ") + $0
      }
    case "swift": return CodeText.lines(code.literal).map { Line("  ") + $0 }
    default:
      return code.literal.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
        Line("  " + visibleCode(String($0)))
      }
    }
  }

  private func displayed(_ tex: String) -> [String] {
    do {
      return try Formula.parse(tex).lines(width: width - 4).map { $0.replacing(" ", with: "\u{A0}") }
    } catch {
      return tex.split(separator: "\n").map(String.init)
    }
  }
}
